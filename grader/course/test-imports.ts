import type { ImportDeclaration, SourceFile } from 'ts-morph';
import { mentions } from './mentions.ts';

/** Those imports of checks.ts that the test still uses, and its own. */
export function testImports(file: SourceFile, code: string): string {
  const own = [`import fc from 'fast-check';`, `import { describe, expect, test } from 'vitest';`];
  const check = ['mapTensors', 'numericalDerivative', 'tensorsIn', 'vjp'].filter((name) =>
    mentions(code, name),
  );
  const local = file
    .getImportDeclarations()
    .filter((declaration) => declaration.getModuleSpecifierValue().startsWith('./'));
  const types = local.map((declaration) =>
    importLine('type ', usedNames(declaration, code), declaration.getModuleSpecifierValue()),
  );
  const all = [
    ...own,
    importLine('', engineNames(file, code), '#autograd'),
    importLine('', check, '#autograd/check'),
    ...types,
  ];
  return all
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

function importLine(type: string, names: string[], from: string): string {
  return names.length === 0 ? '' : `import ${type}{ ${names.join(', ')} } from '${from}';`;
}

function usedNames(declaration: ImportDeclaration, code: string): string[] {
  const names = declaration.getNamedImports().map((named) => named.getName());
  return names.filter((name) => mentions(code, name) && name !== 'drive');
}

/** The helpers use the class `Tensor` itself, checks.ts perhaps only its type. */
function engineNames(file: SourceFile, code: string): string[] {
  const declaration = file.getImportDeclaration('#autograd');
  return [...new Set(['Tensor', ...(declaration ? usedNames(declaration, code) : [])])].filter((name) =>
    mentions(code, name),
  );
}
