import { ts } from 'ts-morph';
import { type Edit, instead, type Operator, type Scope } from './operator.ts';

const TWINS: Record<string, string> = {
  max: 'min',
  min: 'max',
  every: 'some',
  some: 'every',
  floor: 'ceil',
  ceil: 'floor',
  sum: 'mean',
  mean: 'sum',
  sub: 'add',
  add: 'sub',
  mul: 'add',
  div: 'mul',
  push: 'unshift',
};

/** `Math.max` → `Math.min`, `x.sum()` → `x.mean()`, `a.sub(b)` → `a.add(b)`. */
export const otherMethod: Operator = (node) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { name } = node.expression;
  const twin = Object.hasOwn(TWINS, name.text) ? TWINS[name.text] : undefined;
  return twin === undefined ? [] : [instead(name, twin)];
};

/** The engine's `add(a, b)` → `(a).sub(b)`. */
export const otherFunction: Operator = (node) => {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return [];
  const { text } = node.expression;
  const [first, ...rest] = node.arguments.map((argument) => argument.getText());
  const twin = Object.hasOwn(TWINS, text) ? TWINS[text] : undefined;
  return twin === undefined ? [] : [instead(node, `(${first}).${twin}(${rest.join(', ')})`)];
};

/** `x.transpose(0, 1)` → `x`, `exp(x)` → `x`: the call makes no difference. */
export const dropped: Operator = (node): Edit[] => {
  if (!ts.isCallExpression(node)) return [];
  const { expression, arguments: args } = node;
  if (ts.isPropertyAccessExpression(expression)) {
    const owner = expression.expression;
    if (!(ts.isIdentifier(owner) && owner.text === 'Math')) return [instead(node, owner.getText())];
  }
  return args[0] && !ts.isFunctionLike(args[0]) && !ts.isSpreadElement(args[0])
    ? [instead(node, `(${args[0].getText()})`)]
    : [];
};

/** The order of their arguments makes no difference. */
const SYMMETRIC = /^(Math\.(max|min|hypot)|add|mul|maximum|minimum|transpose)$/;

/** `f(a, b)` → `f(b, a)`, where both have one type. */
export const argumentOrder: Operator = (node, { alike }) => {
  if (!ts.isCallExpression(node) || SYMMETRIC.test(node.expression.getText())) return [];
  return exchanged(node.arguments, alike);
};

/** `[da, db]` → `[db, da]`, where both have one type. */
export const elementOrder: Operator = (node, { alike }) =>
  ts.isArrayLiteralExpression(node) ? exchanged(node.elements, alike) : [];

function exchanged(list: readonly ts.Node[], alike: Scope['alike']): Edit[] {
  return list.slice(1).flatMap((second, i) => {
    const first = list[i]!;
    if (!alike(first, second)) return [];
    const text = `${second.getText()}, ${first.getText()}`;
    return [{ start: first.getStart(), end: second.getEnd(), text }];
  });
}

/** `sum(x, 0, true)` → `sum(x, 0)`. */
export const lastArgument: Operator = (node) => {
  if (!ts.isCallExpression(node) || node.arguments.length < 2) return [];
  const [before, last] = node.arguments.slice(-2) as [ts.Expression, ts.Expression];
  return [{ start: before.getEnd(), end: last.getEnd(), text: '' }];
};
