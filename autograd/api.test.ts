import path from 'node:path';
import { Node, Project, type SourceFile } from 'ts-morph';
import { expect, test } from 'vitest';

const ENTRIES = {
  '#autograd': 'index.ts',
  '#autograd/check': 'check/index.ts',
  '#autograd/extend': 'extend.ts',
  '#autograd/nn': 'nn/index.ts',
  '#autograd/optim': 'optim/index.ts',
  '#autograd/io': 'io/index.ts',
  '#autograd/train': 'train/index.ts',
  '#autograd/files': 'io/files.ts',
};

const project = new Project({
  tsConfigFilePath: path.join(import.meta.dirname, '../tsconfig.json'),
  skipAddingFilesFromTsConfig: true,
});

/** One line for each export, as an editor shows it. */
function describeExports(file: SourceFile): string[] {
  return [...file.getExportedDeclarations()]
    .map(([name, [declaration]]) => `${name}: ${declaration ? kindAndType(declaration) : '?'}`)
    .sort();
}

function kindAndType(declaration: Node): string {
  const type = declaration.getType();
  if (Node.isClassDeclaration(declaration))
    return `class { ${type
      .getProperties()
      .map((member) => member.getName())
      .filter((name) => !name.includes('#'))
      .sort()
      .join(', ')} }`;
  if (Node.isInterfaceDeclaration(declaration) || Node.isTypeAliasDeclaration(declaration)) return 'type';
  const [signature] = type.getCallSignatures();
  if (!signature) return shorten(type.getText(declaration));
  const parameters = signature
    .getParameters()
    .map((one) => `${one.getName()}: ${shorten(one.getTypeAtLocation(declaration).getText(declaration))}`);
  return `(${parameters.join(', ')}) => ${shorten(signature.getReturnType().getText(declaration))}`;
}

function shorten(type: string): string {
  return type.replaceAll(/import\("[^"]*"\)\./g, '');
}

test('the public API is what the snapshot says: a change of it is a decision', async () => {
  const parts = Object.entries(ENTRIES).map(([name, entry]) => {
    const file = project.addSourceFileAtPath(path.join(import.meta.dirname, entry));
    return `# ${name}\n\n${describeExports(file).join('\n')}\n`;
  });
  await expect(parts.join('\n')).toMatchFileSnapshot('api.snapshot.txt');
}, 60_000);
