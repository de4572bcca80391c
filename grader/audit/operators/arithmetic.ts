import { ts } from 'ts-morph';
import { type Edit, instead, type Operator } from './operator.ts';

const OTHERS: Partial<Record<ts.SyntaxKind, string[]>> = {
  [ts.SyntaxKind.PlusToken]: ['-'],
  [ts.SyntaxKind.MinusToken]: ['+'],
  [ts.SyntaxKind.AsteriskToken]: ['/', '+'],
  [ts.SyntaxKind.SlashToken]: ['*'],
  [ts.SyntaxKind.AsteriskAsteriskToken]: ['*'],
  [ts.SyntaxKind.PercentToken]: ['/'],
  [ts.SyntaxKind.PlusEqualsToken]: ['=', '-='],
  [ts.SyntaxKind.MinusEqualsToken]: ['=', '+='],
  [ts.SyntaxKind.AsteriskEqualsToken]: ['=', '/='],
  [ts.SyntaxKind.SlashEqualsToken]: ['=', '*='],
};

/** `a + b` → `a - b`, `sum += x` → `sum = x`, and so on. */
export const arithmetic: Operator = (node) => {
  if (!ts.isBinaryExpression(node)) return [];
  return (OTHERS[node.operatorToken.kind] ?? []).map((text) => instead(node.operatorToken, text));
};

/** `-x` → `x`, `i++` → `i--`. */
export const sign: Operator = (node): Edit[] => {
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken)
    return [instead(node, node.operand.getText())];
  if (!ts.isPostfixUnaryExpression(node)) return [];
  const other = node.operator === ts.SyntaxKind.PlusPlusToken ? '--' : '++';
  return [instead(node, `${node.operand.getText()}${other}`)];
};
