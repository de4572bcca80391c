import { ts } from 'ts-morph';
import { declare, type Scope, varScope } from './scope.ts';

/** Enters the names that a node declares into their scopes: `around` the node and `inside` it. */
export function enterNames(node: ts.Node, around: Scope, inside: Scope): void {
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node)) {
    if (node.name) declare(node.name, around);
  } else if (ts.isFunctionExpression(node) || ts.isClassExpression(node)) {
    if (node.name) declare(node.name, inside);
  } else if (isImported(node)) {
    if (node.name) declare(node.name, around);
  } else if (isVariable(node) && ts.isIdentifier(node.name)) {
    declare(node.name, isVar(node) ? varScope(around) : around);
  }
}

type Variable = ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement;

function isVariable(node: ts.Node): node is Variable {
  return ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
}

function isVar(node: Variable): boolean {
  const { parent } = ts.isBindingElement(node) ? ts.walkUpBindingElementsAndPatterns(node) : node;
  return ts.isVariableDeclarationList(parent) && (parent.flags & ts.NodeFlags.BlockScoped) === 0;
}

type Imported = ts.ImportClause | ts.ImportSpecifier | ts.NamespaceImport | ts.ImportEqualsDeclaration;

/** A name imported as a type is gone when the program runs, and leaves the global one in its place. */
function isImported(node: ts.Node): node is Imported {
  if (ts.isNamespaceImport(node)) return !node.parent.isTypeOnly;
  if (ts.isImportSpecifier(node)) return !node.isTypeOnly && !node.parent.parent.isTypeOnly;
  return (ts.isImportClause(node) || ts.isImportEqualsDeclaration(node)) && !node.isTypeOnly;
}
