import { ts } from 'ts-morph';

export const engine = '#autograd';

export type ImportedName = ts.ImportSpecifier | ts.NamespaceImport | ts.ImportClause;

/** The names that an import declares as values. */
export function importedNames({ importClause }: ts.ImportDeclaration): ImportedName[] {
  if (!importClause || importClause.isTypeOnly) return [];
  const { name, namedBindings } = importClause;
  return [...(name ? [importClause] : []), ...(namedBindings ? namesIn(namedBindings) : [])];
}

function namesIn(bindings: ts.NamedImportBindings): ImportedName[] {
  return ts.isNamespaceImport(bindings)
    ? [bindings]
    : bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly);
}

export function moduleOf({ moduleSpecifier }: ts.ImportDeclaration): string {
  return ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
}

/** `#autograd` for the whole engine, `#autograd.grad` for a part of it. */
export function pathOfImport(name: ImportedName): string {
  return ts.isImportSpecifier(name) ? `${engine}.${(name.propertyName ?? name.name).text}` : engine;
}
