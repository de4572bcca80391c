import { ts } from 'ts-morph';
import { isAccess, isAssignment, isBinary, memberOf, outermost } from './expressions.ts';

/**
 * Whether a value goes where `globalPaths` does not follow it: into a call, an array, a member that only a run could
 * name.
 */
export function escapes(node: ts.Expression): boolean {
  const value = outermost(node);
  const { parent } = value;
  if (isAccess(parent) && parent.expression === value) return memberOf(parent) === undefined;
  if (isAssignment(parent)) return parent.right === value;
  return !(isInitializer(parent, value) || ts.isExpressionStatement(parent));
}

function isInitializer(parent: ts.Node, value: ts.Node): boolean {
  const declares = ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent);
  return declares && parent.initializer === value;
}

/** `typeof process` and `f instanceof Function` give nothing away. */
export function isOnlyAsked(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isTypeOfExpression(parent)) return true;
  return isBinary(parent, ts.SyntaxKind.InstanceOfKeyword) && parent.right === node;
}
