import { ts } from 'ts-morph';
import { compile, meaning } from './compile.ts';
import { type Edit, OPERATORS } from './operators/index.ts';
import type { Typed } from './twins.ts';

/** A wrong solution, made by one small change. */
export interface Mutant {
  operator: string;
  /** The changed line before and after, by which it is known. */
  name: string;
  /** What a guest is to run. */
  code: string;
}

type Draft = Omit<Mutant, 'code'> & { text: string };

/**
 * Every mutant of what a student is to write. Left out are those that only say another thing in an error message, those
 * that do not compile, and those that say the same as another, or as the solution, in other words.
 */
export async function mutantsOf(typed: Typed): Promise<Mutant[]> {
  const seen = new Set([await meaning(typed.file.text)]);
  const mutants: Mutant[] = [];
  for (const { text, ...draft } of drafts(typed)) {
    const meant = await meaning(text);
    if (meant === undefined || seen.has(meant)) continue;
    seen.add(meant);
    mutants.push({ ...draft, code: await compile(text) });
  }
  return mutants;
}

const REGION = /\/\/ BEGIN SOLUTION\n[\s\S]*?\/\/ END SOLUTION/g;

function drafts({ file, scope }: Typed): Draft[] {
  const { text } = file;
  const found: Draft[] = [];
  const regions = [...text.matchAll(REGION)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || isMessage(node)) return;
    if (regions.some(({ start, end }) => start <= node.getStart() && node.getEnd() <= end)) {
      for (const [operator, edits] of Object.entries(OPERATORS))
        for (const edit of edits(node, scope))
          found.push({ operator, name: nameOf(text, edit, file), text: edited(text, edit) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What an error says is not judged. */
function isMessage(node: ts.Node): boolean {
  return ts.isNewExpression(node) && /Error$/.test(node.expression.getText());
}

function edited(text: string, { start, end, text: instead }: Edit): string {
  return text.slice(0, start) + instead + text.slice(end);
}

/** `affine: return a + b; → return a - b;`, with a number where the line is found more than once in the file. */
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
    .replace(/\/\/.*/g, '')
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
