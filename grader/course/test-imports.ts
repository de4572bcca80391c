import type { ImportDeclaration, ImportSpecifier, SourceFile } from 'ts-morph';
import { mentions } from './mentions.ts';

/** Those imports of the files that the test still uses, and its own. */
export function testImports(files: SourceFile[], code: string): string {
  const own = [`import fc from 'fast-check';`, `import { describe, expect, test } from 'vitest';`];
  const check = ['mapTensors', 'numericalDerivative', 'tensorsIn', 'vjp'].filter((name) =>
    mentions(code, name),
  );
  const local = files
    .flatMap((file) => file.getImportDeclarations())
    .filter((declaration) => declaration.getModuleSpecifierValue().startsWith('./'));
  const all = [
    ...own,
    importLine('', engineNames(files, code), '#autograd'),
    importLine('', check, '#autograd/check'),
    ...local.map((declaration) => localImport(declaration, code)),
  ];
  return all
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

function importLine(type: string, names: string[], from: string): string {
  return names.length === 0 ? '' : `import ${type}{ ${names.join(', ')} } from '${from}';`;
}

/** Types of the solution, and what a driver offers. */
function localImport(declaration: ImportDeclaration, code: string): string {
  const used = usedNames(declaration, code);
  const named = declaration.getNamedImports().filter((one) => used.includes(one.getName()));
  const isType = (one: ImportSpecifier) =>
    one.getName() !== 'drive' && (declaration.isTypeOnly() || one.isTypeOnly());
  const from = declaration.getModuleSpecifierValue();
  if (named.every(isType)) return importLine('type ', used, from);
  return importLine(
    '',
    named.map((one) => (isType(one) ? `type ${one.getName()}` : one.getName())),
    from,
  );
}

function usedNames(declaration: ImportDeclaration, code: string): string[] {
  const names = declaration.getNamedImports().map((named) => named.getName());
  return names.filter((name) => mentions(code, name));
}

/** The helpers use the class `Tensor` itself, checks.ts perhaps only its type. */
function engineNames(files: SourceFile[], code: string): string[] {
  const declarations = files.flatMap((file) => file.getImportDeclaration('#autograd') ?? []);
  const used = declarations.flatMap((declaration) => usedNames(declaration, code));
  return [...new Set(['Tensor', ...used])].filter((name) => mentions(code, name)).sort(byLetters);
}

/** `mul, Tensor, tensor`: capitals come first among the same letters. */
function byLetters(a: string, b: string): number {
  return a.localeCompare(b, 'en', { caseFirst: 'upper' });
}
