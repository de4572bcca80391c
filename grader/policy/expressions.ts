import { ts } from 'ts-morph';

/** What an expression evaluates to, without what is around it: parentheses, type assertions, `(0, x)`, `y = x`. */
export function bare(expression: ts.Expression): ts.Expression {
  let node = expression;
  for (let inner = innerOf(node); inner; inner = innerOf(node)) node = inner;
  return node;
}

/** The outermost expression that evaluates to this one. */
export function outermost(expression: ts.Expression): ts.Expression {
  let node = expression;
  while (innerOf(node.parent) === node) node = node.parent as ts.Expression;
  return node;
}

function innerOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isAssertionExpression(node)) return node.expression;
  if (ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node)) return node.expression;
  if (ts.isExpressionWithTypeArguments(node)) return node.expression;
  return isBinary(node, ts.SyntaxKind.CommaToken) || isFollowed(node) ? node.right : undefined;
}

/** An assignment to a variable or a pattern; what goes into a member is lost sight of. */
function isFollowed(node: ts.Node): node is ts.BinaryExpression {
  return isAssignment(node) && !isAccess(node.left);
}

export function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  return isBinary(node, ts.SyntaxKind.EqualsToken);
}

export function isBinary(node: ts.Node, operator: ts.BinaryOperator): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === operator;
}

export type Access = ts.PropertyAccessExpression | ts.ElementAccessExpression;

export function isAccess(node: ts.Node): node is Access {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** The node that names the member: `tanh` in `Math.tanh`, `'tanh'` in `Math['tanh']`. */
export function memberNode(access: Access): ts.Node {
  return ts.isPropertyAccessExpression(access) ? access.name : access.argumentExpression;
}

/** The member that is accessed; nothing when only a run could tell. */
export function memberOf(access: Access): string | undefined {
  return ts.isPropertyAccessExpression(access) ? access.name.text : constant(access.argumentExpression);
}

/** The name of a property, in a pattern or an object; nothing when only a run could tell. */
export function keyOf(name: ts.PropertyName): string | undefined {
  if (ts.isComputedPropertyName(name)) return constant(name.expression);
  return ts.isBigIntLiteral(name) ? undefined : name.text;
}

const deepest = 50;

/** The text that literals, templates and sums of these always make. */
export function constant(expression: ts.Expression, depth = 0): string | undefined {
  const node = bare(expression);
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text;
  if (depth > deepest) return undefined;
  const part = (inner: ts.Expression) => constant(inner, depth + 1);
  if (isBinary(node, ts.SyntaxKind.PlusToken)) return joined([part(node.left), part(node.right)]);
  if (!ts.isTemplateExpression(node)) return undefined;
  return joined([
    node.head.text,
    ...node.templateSpans.flatMap((span) => [part(span.expression), span.literal.text]),
  ]);
}

function joined(parts: (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join('');
}
