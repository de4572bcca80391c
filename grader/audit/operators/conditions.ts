import { ts } from 'ts-morph';
import { bracketed, type Edit, instead, type Operator } from './operator.ts';

const OTHERS: Partial<Record<ts.SyntaxKind, string[]>> = {
  [ts.SyntaxKind.LessThanToken]: ['<=', '>'],
  [ts.SyntaxKind.LessThanEqualsToken]: ['<', '>='],
  [ts.SyntaxKind.GreaterThanToken]: ['>=', '<'],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ['>', '<='],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
};

/** `a < b` → `a <= b`, `a === b` → `a !== b`, and so on. */
export const comparison: Operator = (node) => {
  if (!ts.isBinaryExpression(node)) return [];
  return (OTHERS[node.operatorToken.kind] ?? []).map((text) => instead(node.operatorToken, text));
};

/** `if (seen.has(x))` → `if (!seen.has(x))`: conditions that `comparison` and `branches` do not turn round. */
export const negation: Operator = (node): Edit[] => {
  const condition = conditionOf(node);
  if (condition === undefined || ts.isBinaryExpression(condition) || isNot(condition)) return [];
  return [instead(condition, `!${bracketed(condition)}`)];
};

function conditionOf(node: ts.Node): ts.Expression | undefined {
  return ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)
    ? node.expression
    : undefined;
}

function isNot(node: ts.Expression): boolean {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
}

const JOINTS: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
};

/** `a && b` → `a || b`, `a`, `b`; `a ?? b` → `b`; `!a` → `a`. */
export const logic: Operator = (node): Edit[] => {
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [instead(node, node.operand.getText())];
  if (!ts.isBinaryExpression(node)) return [];
  const { left, operatorToken, right } = node;
  if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return [instead(node, bracketed(right))];
  const joint = JOINTS[operatorToken.kind];
  if (joint === undefined) return [];
  return [instead(operatorToken, joint), instead(node, bracketed(left)), instead(node, bracketed(right))];
};

/** `c ? a : b` → `a`, `b`, and with the branches exchanged. */
export const branches: Operator = (node) => {
  if (!ts.isConditionalExpression(node)) return [];
  const { condition, whenTrue, whenFalse } = node;
  return [
    instead(node, bracketed(whenTrue)),
    instead(node, bracketed(whenFalse)),
    instead(node, `${condition.getText()} ? ${whenFalse.getText()} : ${whenTrue.getText()}`),
  ];
};
