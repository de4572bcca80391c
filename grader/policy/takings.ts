import { ts } from 'ts-morph';
import { bare, isAssignment, keyOf } from './expressions.ts';

/** A property of a pattern, which takes a member as `.member` does: `const { tanh: t } = Math`, `({ tanh: t } = Math)`. */
export type Taking = ts.BindingElement | ts.PropertyAssignment | ts.ShorthandPropertyAssignment;

export function isTaking(node: ts.Node): node is Taking {
  if (ts.isBindingElement(node)) return ts.isObjectBindingPattern(node.parent);
  const isProperty = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
  return isProperty && assignedTo(node.parent) !== undefined;
}

/** What the member is taken from, where that is known: an expression, or the member that the pattern around takes. */
export function takenFrom(taking: Taking): ts.Expression | Taking | undefined {
  if (!ts.isBindingElement(taking)) return assignedTo(taking.parent);
  const { parent } = taking.parent;
  return isTaking(parent) ? parent : (parent as { initializer?: ts.Expression }).initializer;
}

/** An object literal is a pattern on the left of `=`, or as a property of such a pattern. */
function assignedTo(literal: ts.ObjectLiteralExpression): ts.Expression | Taking | undefined {
  const { parent } = literal;
  if (isAssignment(parent) && parent.left === literal) return parent.right;
  return ts.isPropertyAssignment(parent) && isTaking(parent) ? parent : undefined;
}

/** The member that is taken; nothing for the rest, or when only a run could tell. */
export function takenMember(taking: Taking): string | undefined {
  if (!ts.isBindingElement(taking)) return keyOf(taking.name);
  if (taking.dotDotDotToken) return undefined;
  if (taking.propertyName) return keyOf(taking.propertyName);
  return ts.isIdentifier(taking.name) ? taking.name.text : undefined;
}

/** The variable that the member goes into, if it is one. */
export function takenInto(taking: Taking): ts.Identifier | undefined {
  const target = ts.isPropertyAssignment(taking) ? targetOf(taking.initializer) : taking.name;
  return ts.isIdentifier(target) ? target : undefined;
}

/** In `{ tanh: t = other }` that is `t`. */
function targetOf(initializer: ts.Expression): ts.Expression {
  return isAssignment(initializer) ? initializer.left : bare(initializer);
}
