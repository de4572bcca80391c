import { ts } from 'ts-morph';
import { type Edit, OPERATORS } from './operators/index.ts';
import type { Typed } from './twins.ts';

/** A wrong solution, made by one small change. */
export interface Mutant {
  operator: string;
  /** The changed line before and after, by which it is known. */
  name: string;
  text: string;
}

const REGION = /\/\/ BEGIN SOLUTION\n[\s\S]*?\/\/ END SOLUTION/g;

/** Every mutant of what a student is to write. Those that only say another thing in an error message are left out. */
export function mutantsOf({ file, scope }: Typed): Mutant[] {
  const found = new Map<string, Mutant>();
  const text = file.text;
  const regions = [...text.matchAll(REGION)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || isMessage(node)) return;
    if (regions.some(({ start, end }) => start <= node.getStart() && node.getEnd() <= end)) {
      for (const [operator, edits] of Object.entries(OPERATORS)) {
        for (const edit of edits(node, scope)) {
          const mutated = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
          if (!found.has(mutated))
            found.set(mutated, { operator, name: nameOf(text, edit, file), text: mutated });
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found.values()];
}

/** What an error says is not judged. */
function isMessage(node: ts.Node): boolean {
  return ts.isNewExpression(node) && /Error$/.test(node.expression.getText());
}

/** `affine: return a + b; → return a - b;`, with a number where that happens more than once in a function. */
function nameOf(text: string, { start, end, text: instead }: Edit, file: ts.SourceFile): string {
  const from = text.lastIndexOf('\n', start) + 1;
  const to = text.indexOf('\n', end);
  const line = text.slice(from, to);
  const changed = line.slice(0, start - from) + instead + line.slice(end - from);
  const places = text.split(line).length - 1;
  const which = places > 1 ? ` (${text.slice(0, from).split(line).length})` : '';
  return `${functionAt(file, start)}: ${tidy(line)} → ${tidy(changed)}${which}`;
}

function tidy(line: string): string {
  return line
    .replace(/\/\/.*/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function functionAt(file: ts.SourceFile, place: number): string {
  let name = 'module';
  const visit = (node: ts.Node): void => {
    if (node.getStart() > place || node.getEnd() <= place) return;
    if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.name)
      name = node.name.getText();
    ts.forEachChild(node, visit);
  };
  visit(file);
  return name;
}
