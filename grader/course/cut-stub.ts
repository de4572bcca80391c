import {
  type ClassDeclaration,
  type FunctionDeclaration,
  type MethodDeclaration,
  Node,
  Project,
  type SourceFile,
} from 'ts-morph';

const BEGIN = '// BEGIN SOLUTION';
const END = '// END SOLUTION';

/** A part of a file: offsets of its first character and of the one after its last. */
interface Span {
  start: number;
  end: number;
}

const NOT_IMPLEMENTED = `
/** Not written yet. The last function that you fill in makes this class superfluous. */
class NotImplementedError extends Error {
  override name = 'NotImplementedError';
}
`;

/**
 * The solution without its marked regions. A region that is a function's body becomes the stub's error; a region
 * beside functions (a helper, a private field) is removed, and with it the imports that only it used.
 *
 * @param isKept whether the region of a function stays, or one that belongs to none
 * @throws when the markers do not pair up
 */
export function cutStub(
  solution: string,
  isKept: (owner: string | undefined) => boolean = () => false,
): string {
  const file = parse(solution);
  const cut = regions(solution)
    .filter(({ start }) => !isKept(functionAround(file, start)))
    .reverse()
    .reduce((text, region) => replace(text, region, file), solution);
  return withoutUnusedImports(`${cut.trimEnd()}\n${NOT_IMPLEMENTED}`);
}

/** The functions that a student is to write: `softmax`, or `Value.backward`. */
export function functionsToWrite(solution: string): string[] {
  const file = parse(solution);
  const owners = regions(solution).map(({ start }) => functionAround(file, start));
  return [...new Set(owners)].filter((owner) => owner !== undefined);
}

/** From the start of the line of each BEGIN to the end of the line of its END. */
function regions(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
    const end = text.indexOf(END, at);
    const next = text.indexOf(BEGIN, at + 1);
    if (end < 0 || (next >= 0 && next < end))
      throw new Error(`line ${lineOf(text, at)}: ${BEGIN} without ${END}`);
    found.push({ start: text.lastIndexOf('\n', at) + 1, end: text.indexOf('\n', end) + 1 });
  }
  return found;
}

function replace(text: string, { start, end }: Span, file: SourceFile): string {
  const owner = functionAround(file, start);
  const indentation = /^ */.exec(text.slice(start))![0];
  const body = owner ? `${indentation}throw new NotImplementedError('${owner}');\n` : '';
  const before = text.slice(0, start);
  const after = text.slice(end);
  const twoBlankLines = before.endsWith('\n\n') && after.startsWith('\n');
  return before + body + (!owner && twoBlankLines ? after.slice(1) : after);
}

/** The name of the function whose body holds the place: `softmax`, or `Value.backward`. */
function functionAround(file: SourceFile, place: number): string | undefined {
  const inside = (node: FunctionDeclaration | MethodDeclaration) => {
    const body = node.getBody();
    return body !== undefined && body.getStart() < place && place < body.getEnd();
  };
  const owner = file
    .getDescendants()
    .filter((node) => Node.isFunctionDeclaration(node) || Node.isMethodDeclaration(node))
    .find(inside);
  if (!owner) return undefined;
  const parent = owner.getParent();
  return Node.isClassDeclaration(parent)
    ? `${(parent as ClassDeclaration).getName()}.${owner.getName()}`
    : owner.getName();
}

function withoutUnusedImports(text: string): string {
  const file = parse(text);
  for (const declaration of file.getImportDeclarations()) {
    const rest = text.replace(declaration.getText(), '').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''); // code, not comments
    const isUsed = (name: string) => new RegExp(`\\b${name}\\b`).test(rest);
    for (const named of declaration.getNamedImports()) if (!isUsed(named.getName())) named.remove();
    if (declaration.getNamedImports().length === 0) declaration.remove();
    else if (declaration.getNamedImports().every((named) => named.isTypeOnly())) makeTypeOnly(declaration);
  }
  return file.getFullText().replace(/^\n+/, '');
}

function makeTypeOnly(declaration: ReturnType<SourceFile['getImportDeclarations']>[number]): void {
  for (const named of declaration.getNamedImports()) named.setIsTypeOnly(false);
  declaration.setIsTypeOnly(true);
}

function parse(text: string): SourceFile {
  return new Project({ useInMemoryFileSystem: true }).createSourceFile('exercise.ts', text);
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
