import { add, mul, sum, type Tensor, transpose, zeros } from '#autograd';
import { about, type Case, SIZES } from '../case.ts';
import { definitions } from '../definitions.ts';
import { type Definition, type Rule, spoil } from '../own-op.ts';

const {
  tanh,
  matmul,
  square2,
  mul: product,
  exp,
  log,
  hypotenuse,
  softmax,
  logSumExp,
  cube,
  gather,
  silu,
} = definitions;

const wrong = (
  name: string,
  definition: Definition,
  spoiled: (right: Rule) => Rule,
  i?: number,
  kind: Case['kind'] = 'wrong',
): Case => ({
  kind,
  name,
  f: () => spoil(definition, spoiled, i),
  draw: definition.draw,
  expected: ['fail: wrong'],
});

const times =
  (factor: number) =>
  (right: Rule): Rule =>
  (...at) =>
    mul(right(...at), factor);

/** One entry of the gradient is off by this factor. */
const oneTimes =
  (factor: number) =>
  (right: Rule): Rule =>
  (...at) => {
    const g = right(...at);
    const factors = add(zeros(g.shape), 1);
    factors.data[g.size - 1] = factor;
    return mul(g, factors);
  };

/** The gradient itself is wrong. */
export const byAFactor: Case[] = [
  ...SIZES.map((size) => wrong(`tanh ${about(size)}`, tanh, times(1 + size))),
  ...SIZES.map((size) => wrong(`matmul ${about(size)} in b`, matmul, times(1 - size), 1)),
  ...SIZES.map((size) => wrong(`one entry of exp ${about(size)}`, exp, oneTimes(1 + size))),
  wrong('the sign of log', log, times(-1)),
  wrong('0 for b', product, times(0), 1),
  wrong(
    'matmul transposed',
    square2,
    (right) =>
      (...at) =>
        transpose(right(...at), 0, 1),
    0,
  ),
  wrong('tanh with the slope at x', tanh, () => (dy, _y, x) => mul(dy, mul(x, x).neg().add(1))),
  wrong(
    'averaged over the entries',
    tanh,
    (right) =>
      (...at) =>
        mul(sum(right(...at)), 1 / 6).expand([2, 3]),
  ),
  wrong('the last of two gradients of an entry wins', gather, () => lastWins),
];

/** x[1] is picked twice. */
function lastWins(dy: Tensor): Tensor {
  const dx = zeros([4]);
  dx.data.set([0, dy.data[1], 0, dy.data[2]]);
  return dx;
}

/** What a tolerance of 1e-2 lets through. */
export const offByAThousandth: Case[] = Object.entries({
  tanh,
  matmul,
  product,
  exp,
  hypotenuse,
  softmax,
  logSumExp,
  cube,
  silu,
}).map(([name, definition]) => wrong(name, definition, times(1.001), undefined, 'off by 1e-3'));
