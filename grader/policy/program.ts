import { ts } from 'ts-morph';
import { enterNames } from './declarations.ts';
import { type Binding, innerScope, lookUp, type Scope, scopeInside } from './scope.ts';

/** A file as what runs of it: every node but types, in the order of the text, and what its names mean. */
export interface Program {
  nodes: ts.Node[];
  /** The types and other parts that vanish. */
  types: ts.Node[];
  /** What an identifier that is used, not declared, stands for; nothing for a global name. */
  bindingOf(identifier: ts.Identifier): Binding | undefined;
}

/** Walks by a stack of its own: a sum of 50,000 terms is a tree as deep. */
export function programOf(file: ts.SourceFile): Program {
  const scopes = new Map<ts.Identifier, Scope>();
  const nodes: ts.Node[] = [];
  const types: ts.Node[] = [];
  const ahead: [ts.Node, Scope][] = [[file, innerScope(undefined, true)]];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const [node, around] = next;
    const inside = scopeInside(node, around);
    nodes.push(node);
    if (ts.isIdentifier(node)) scopes.set(node, around);
    enterNames(node, around, inside);
    for (const child of childrenOf(node).reverse()) {
      if (runs(child)) ahead.push([child, inside]);
      else types.push(child);
    }
  }
  const bindingOf = (identifier: ts.Identifier) => lookUp(identifier.text, scopes.get(identifier)!);
  return { nodes, types, bindingOf };
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

/** Types, `declare` and signatures without a body vanish when the file is compiled. */
function runs(node: ts.Node): boolean {
  if (ts.isExpressionWithTypeArguments(node)) return true;
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return false;
  if (ts.isFunctionDeclaration(node) && !node.body) return false;
  if (ts.isHeritageClause(node) && node.token === ts.SyntaxKind.ImplementsKeyword) return false;
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return !modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
}
