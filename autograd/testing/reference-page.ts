import path from 'node:path';
import { type JSDoc, Node, Project } from 'ts-morph';
import { ops } from '#autograd';
import { methods } from '../tensor/ops/table.ts';

const INTRODUCTION = `# Ops

Every op of \`#autograd\`. This page is generated from the op table and the sources' doc comments by
\`npm run docs:reference\`; edit those instead.

An op whose first operand is a tensor is a function and a method: \`mul(a, b)\` is \`a.mul(b)\`. An \`Operand\` is a tensor or a
number. Shapes broadcast as in NumPy, negative axes count from the end, and all operands have one dtype. An op marked
*discrete* answers with whole numbers and has no gradient. What does not fit throws a \`ShapeError\`, which is a \`RangeError\`.
`;

/** What stands in the source about one op. */
interface Source {
  signature: string;
  description: string;
  throws: string[];
  example: string;
}

/** docs/reference/ops.md */
export function referencePage(): string {
  const sources = readSources();
  const parts = Object.entries(ops).map(([name, op]) => entry(name, op, sources.get(name)!));
  return [INTRODUCTION, contents(), ...parts].join('\n');
}

function contents(): string {
  const links = Object.keys(ops).map((name) => `[${name}](#${name.toLowerCase()})`);
  return `${links.join(' · ')}\n`;
}

function entry(
  name: string,
  { doc, maths, discrete }: (typeof ops)[keyof typeof ops],
  source: Source,
): string {
  const { signature, description, throws, example } = source;
  const how = [name in methods ? 'function and method' : 'function', ...(discrete ? ['discrete'] : [])];
  return [
    `## ${name}\n`,
    `${doc} *${how.join(', ')}*\n`,
    `    ${maths}\n`,
    `\`${signature}\`\n`,
    `${description}\n`,
    ...throws.map((what) => `Throws ${what}.\n`),
    `\`\`\`ts\n${example}\n\`\`\`\n`,
  ].join('\n');
}

function readSources(): Map<string, Source> {
  const project = new Project({
    tsConfigFilePath: path.join(import.meta.dirname, '../../tsconfig.json'),
    skipAddingFilesFromTsConfig: true,
  });
  const index = project.addSourceFileAtPath(path.join(import.meta.dirname, '../index.ts'));
  return new Map(
    [...index.getExportedDeclarations()]
      .filter(([name]) => name in ops)
      .map(([name, [declaration]]) => [name, read(name, declaration)]),
  );
}

function read(name: string, declaration: Node): Source {
  const statement = declaration.getFirstAncestor(Node.isVariableStatement) ?? declaration;
  const [doc] = Node.isJSDocable(statement) ? statement.getJsDocs() : [];
  if (doc === undefined) throw new Error(`${name} has no doc comment`);
  return {
    signature: signatureOf(name, declaration),
    description: doc.getDescription().trim(),
    throws: tags(doc, 'throws'),
    example: exampleOf(name, doc),
  };
}

function exampleOf(name: string, doc: JSDoc): string {
  const [example] = tags(doc, 'example');
  if (example) return example;
  throw new Error(`${name} has no @example in its doc comment`);
}

function tags(doc: JSDoc, name: string): string[] {
  return doc
    .getTags()
    .filter((tag) => tag.getTagName() === name)
    .map((tag) => tag.getCommentText()?.trim() ?? '');
}

/** `sum(x: Tensor, axis?: Axes, keepDims?: boolean): Tensor` from a function of a labelled tuple. */
function signatureOf(name: string, declaration: Node): string {
  const [signature] = declaration.getType().getCallSignatures();
  const [parameter] = signature.getParameters();
  const list = textOf(parameter.getTypeAtLocation(declaration).getText(declaration)).slice(1, -1);
  return `${name}(${list}): ${textOf(signature.getReturnType().getText(declaration))}`;
}

function textOf(type: string): string {
  return type.replaceAll(/import\("[^"]*"\)\./g, '').replaceAll(/(\?: [^,]*?) \| undefined/g, '$1');
}
