import { ts } from 'ts-morph';
import { instead, type Operator } from './operator.ts';

/** A statement is left out: one that does something, a loop, a test with what hangs on it. */
export const removal: Operator = (node) => {
  const removable =
    ts.isExpressionStatement(node) || ts.isIfStatement(node) || ts.isIterationStatement(node, false);
  return removable ? [instead(node, ';')] : [];
};

/** `for (a; b; c)` and `for (x of y)` are left after one round. */
export const oneRound: Operator = (node) => {
  if (!ts.isIterationStatement(node, false) || !ts.isBlock(node.statement)) return [];
  const end = node.statement.getEnd() - 1;
  return [{ start: end, end, text: ' break; ' }];
};
