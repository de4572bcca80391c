import { add, mean, mul, onesLike, tanh as squash, sub, type Tensor } from '#autograd';
import { about, type Case, SIZES } from '../case.ts';
import { definitions } from '../definitions.ts';
import { mapped } from '../draw.ts';
import { type Definition, type Rule, spoil } from '../own-op.ts';

const { tanh, exp, matmul, cumsum, sigmoid, sin, square, logSumExp, norm, mul: product } = definitions;

const ignoring =
  (kind: Case['kind']) =>
  (name: string, definition: Definition, wrong: (right: Rule) => Rule): Case => ({
    kind,
    name,
    f: () => spoil(definition, wrong),
    draw: definition.draw,
    expected: ['fail: ignores upstream'],
  });

/** The rule with another upstream gradient than the one that came. */
const instead =
  (of: (dy: Tensor) => Tensor) =>
  (right: Rule): Rule =>
  (dy, ...at) =>
    right(of(dy), ...at);

const plus =
  (offset: number) =>
  (right: Rule): Rule =>
  (...at) =>
    add(right(...at), offset);

const notLinear = ignoring('ignores upstream');

/** The gradient is not ∂L/∂y times something. */
export const ignoresUpstream: Case[] = [
  ...SIZES.map((size) => notLinear(`tanh plus ${about(size)}`, tanh, plus(size))),
  notLinear('sigmoid', sigmoid, instead(onesLike)),
  notLinear(
    'exp of dy²',
    exp,
    instead((dy) => mul(dy, dy)),
  ),
  notLinear('sin of |dy|', sin, instead(mapped(Math.abs))),
  notLinear('matmul with dy squashed', matmul, instead(squash)),
  notLinear('square of the sign of dy', square, instead(mapped(Math.sign))),
  notLinear('product with dy clipped at ±5', product, instead(mapped((d) => Math.min(5, Math.max(-5, d))))),
];

const onesOnly = ignoring('right for ones only');
const average = (dy: Tensor) => mean(dy).expand(dy.shape);
const first = (dy: Tensor) => mul(onesLike(dy), dy.data[0]);
const spread = (dy: Tensor) => sub(mul(dy, 2), average(dy));

/** As `loss.sum().backward()` would never notice. */
export const rightForOnesOnly: Case[] = [
  ...Object.entries({ tanh, exp, matmul, cumsum, logSumExp, norm }).map(([name, definition]) =>
    onesOnly(`${name} for ones`, definition, instead(onesLike)),
  ),
  onesOnly('tanh of the average', tanh, instead(average)),
  onesOnly('matmul of the first', matmul, instead(first)),
  onesOnly('sin with twice the distance from the average', sin, instead(spread)),
];
