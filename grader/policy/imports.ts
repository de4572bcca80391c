import { ts } from 'ts-morph';
import type { Finding } from './finding.ts';
import { engine, type ImportedName, importedNames, moduleOf } from './imported.ts';
import type { Program } from './program.ts';
import { isReference } from './references.ts';

/** Everything that would load other code. Values come from the engine only, where the exercise has it; types are free. */
export function forbiddenImports(program: Program, engineAllowed: boolean): Finding[] {
  const isType = typesAmong(program);
  return program.nodes.flatMap((node) => sentencesAt(node).map((what) => ({ what, at: node })));

  function sentencesAt(node: ts.Node): string[] {
    if (ts.isImportDeclaration(node)) return vanishes(node, isType) ? [] : ofImport(node);
    if (isImportEquals(node)) return ['`import … = …` is not allowed in a submission'];
    if (isPassingOn(node)) return ['`export … from` is not allowed in a submission'];
    return isDynamicImport(node) ? ['`import(…)` is not allowed in a submission'] : [];
  }

  function ofImport(declaration: ts.ImportDeclaration): string[] {
    const attributes = declaration.attributes ? ['import attributes are not allowed in a submission'] : [];
    return [...attributes, ...ofModule(moduleOf(declaration))];
  }

  function ofModule(name: string): string[] {
    if (name !== engine) return [`values may be imported from \`${engine}\` only`];
    if (engineAllowed) return [];
    return [`values of \`${engine}\` are not allowed in this exercise; \`import type\` is`];
  }
}

type IsType = (imported: ImportedName) => boolean;

/** An import of which only types are used is gone when the file is compiled. */
function vanishes(declaration: ts.ImportDeclaration, isType: IsType): boolean {
  const { importClause } = declaration;
  if (!importClause || isEmpty(importClause)) return false;
  return importedNames(declaration).every(isType);
}

/** `import {} from './there'` still runs what is there. */
function isEmpty({ name, namedBindings }: ts.ImportClause): boolean {
  const names = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [namedBindings];
  return !name && names.length === 0;
}

/** A name that only types mention is one, even without the word `type`. */
function typesAmong({ nodes, types, bindingOf }: Program): IsType {
  const values = new Set(nodes.filter(isReference).map(bindingOf));
  const mentioned = new Set(types.flatMap(identifiersIn));
  return ({ name }) => mentioned.has(name!.text) && !values.has(bindingOf(name!));
}

function identifiersIn(type: ts.Node): string[] {
  if (ts.isIdentifier(type)) return [type.text];
  const found: string[] = [];
  ts.forEachChild(type, (child) => void found.push(...identifiersIn(child)));
  return found;
}

function isImportEquals(node: ts.Node): boolean {
  return ts.isImportEqualsDeclaration(node) && !node.isTypeOnly;
}

function isPassingOn(node: ts.Node): boolean {
  return ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && !node.isTypeOnly;
}

function isDynamicImport(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
}
