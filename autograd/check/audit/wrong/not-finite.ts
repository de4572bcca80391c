import { add, div, log, mul, type Rng, sqrt, type Tensor } from '#autograd';
import type { Case } from '../case.ts';
import { definitions } from '../definitions.ts';
import { between } from '../draw.ts';
import { type Definition, spoil } from '../own-op.ts';

const { tanh, exp, matmul, mul: product, logSumExp, sqrt: root, softmax } = definitions;

const broken = (name: string, definition: Definition, wrong: (g: Tensor) => Tensor, i?: number): Case => ({
  kind: 'not finite',
  name,
  f: () =>
    spoil(
      definition,
      (right) =>
        (...at) =>
          wrong(right(...at)),
      i,
    ),
  draw: definition.draw,
  expected: ['fail: not finite'],
});

/** One entry of the gradient is something else. */
const withEntry = (value: number) => (g: Tensor) => {
  const dx = add(g, 0);
  dx.data[dx.size - 1] = value;
  return dx;
};

const undefinedAt = (name: string, f: (x: Tensor) => Tensor, draw: (rng: Rng) => Tensor): Case => ({
  kind: 'not finite',
  name,
  f: () => f,
  draw: (rng) => [draw(rng)],
  expected: ['inconclusive: not finite'],
});

/** NaN and infinity: of the gradient, which is wrong; of the function, which leaves nothing to judge by. */
export const notFinite: Case[] = [
  broken('NaN', tanh, (g) => mul(g, Number.NaN)),
  broken('one NaN', exp, withEntry(Number.NaN)),
  broken('infinity', matmul, (g) => div(g, 0)),
  broken('one infinity', softmax, withEntry(Number.POSITIVE_INFINITY)),
  broken('minus infinity', root, withEntry(Number.NEGATIVE_INFINITY)),
  broken('0 / 0 in b', product, (g) => div(mul(g, 0), 0), 1),
  broken('overflow', logSumExp, (g) => mul(mul(g, 1e200), 1e200)),
  broken('∞ - ∞', tanh, (g) => div(g, 0).sub(div(g, 0))),
  undefinedAt('log of a negative', (x) => log(x), between(-2, -1, [2])),
  undefinedAt('the root of a negative', (x) => sqrt(x), between(-2, -1, [2])),
  undefinedAt('1 / 0', (x) => div(1, x), between(0, 0, [2])),
];
