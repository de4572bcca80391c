import type { ts } from 'ts-morph';
import type { Policy } from '../model/exercise.ts';
import { forbiddenNames } from './forbidden-names.ts';
import { forbiddenImports } from './imports.ts';
import { forgetInterruptedParse, parse } from './parse.ts';
import { programOf } from './program.ts';
import { within } from './time-limit.ts';

export interface Violation {
  /** A sentence for the student. */
  what: string;
  /** Counted from 1. */
  line: number;
}

/**
 * Of processor time, and far above what is needed: a solution takes milliseconds, 256 KB of ordinary code half a second.
 * But 150 characters of `async(` keep the parser busy for a minute, and 600 for years.
 */
function limitMs(text: string): number {
  return 1000 + (text.length >> 7);
}

/**
 * What a submission does that its exercise does not allow: imports, and names such as `Math.tanh` or `.backward`,
 * sorted by line, each once.
 *
 * A courtesy to the student with a line number, and no boundary: it follows what a person would write and a good deal
 * more, but a program can always hide what it calls. What a submission cannot do is decided by the sandbox.
 *
 * It never throws. A text too deep or too slow to be parsed is one violation, so that nothing is hidden in such a text.
 */
export function violations(text: string, policy: Policy): Violation[] {
  try {
    return within(limitMs(text), () => violationsIn(parse(text), policy), forgetInterruptedParse);
  } catch {
    return [{ what: 'the file is nested too deeply to be read: simplify it', line: 1 }];
  }
}

function violationsIn(file: ts.SourceFile, { engine, forbidden }: Policy): Violation[] {
  const program = programOf(file);
  const findings = [...forbiddenImports(program, engine), ...forbiddenNames(program, forbidden)];
  return eachOnce(findings.map(({ what, at }) => ({ what, line: lineOf(file, at) })));
}

function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

function eachOnce(all: Violation[]): Violation[] {
  const distinct = new Map(all.map((violation) => [`${violation.line} ${violation.what}`, violation]));
  return [...distinct.values()].sort((a, b) => a.line - b.line);
}
