import { ts } from 'ts-morph';
import { instead, type Operator } from './operator.ts';

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

/** `x[i]` → `x[i + 1]`, `x[i - 1]`, where the index is no constant. */
export const offByOne: Operator = (node) => {
  if (!ts.isElementAccessExpression(node) || ts.isNumericLiteral(node.argumentExpression)) return [];
  const { argumentExpression: index } = node;
  return ['+ 1', '- 1'].map((step) => instead(index, `${index.getText()} ${step}`));
};
