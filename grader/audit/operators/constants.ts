import { ts } from 'ts-morph';
import { bracketed, instead, type Operator } from './operator.ts';

/** `2` → `3`, `1`: factors, axes, bounds. */
export const constants: Operator = (node) => {
  if (!ts.isNumericLiteral(node)) return [];
  const value = Number(node.text);
  return [value + 1, value - 1].map((other) => instead(node, other < 0 ? `(${other})` : `${other}`));
};

/** `true` → `false`. */
export const truths: Operator = (node) => {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [instead(node, 'false')];
  return node.kind === ts.SyntaxKind.FalseKeyword ? [instead(node, 'true')] : [];
};

/** `x[i]` → `x[i + 1]`, `x.slice(1, n)` → `x.slice(1, n - 1)`, where the index is no constant. */
export const offByOne: Operator = (node) =>
  indicesIn(node)
    .filter((index) => !ts.isNumericLiteral(index))
    .flatMap((index) => ['+ 1', '- 1'].map((step) => instead(index, `${bracketed(index)} ${step}`)));

/** Methods that take indices. */
const INDEXING = /^(at|slice|subarray|select|with)$/;

function indicesIn(node: ts.Node): readonly ts.Expression[] {
  if (ts.isElementAccessExpression(node)) return [node.argumentExpression];
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  return INDEXING.test(node.expression.name.text) ? node.arguments : [];
}
