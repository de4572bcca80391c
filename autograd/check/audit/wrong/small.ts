import { add, mul, type Rng, type Tensor, tensor } from '#autograd';
import { type Answer, about, type Case, SIZES } from '../case.ts';
import { between } from '../draw.ts';
import { ownOp } from '../own-op.ts';

/** offset + slope · x, whose backward says that the slope is `claimed`. */
const line = (slope: number, claimed: number, offset = 1) =>
  ownOp({ forward: (x) => add(mul(x, slope), offset), rules: [(dy) => mul(dy, claimed)] });

const small =
  (kind: Case['kind'], answer: Answer) =>
  (name: string, f: (x: Tensor) => Tensor, draw: (rng: Rng) => Tensor = between(-1, 1, [3])): Case => ({
    kind,
    name,
    f: () => f,
    draw: (rng) => [draw(rng)],
    expected: [answer],
  });

const drowned = small('too small to judge', 'inconclusive: too small to judge');

/** A slope that is lost in the rounding of the function cannot be judged. */
export const tooSmall: Case[] = [
  ...SIZES.map((size) => drowned(`1 + 1e-14 x ${about(size)}`, line(1e-14, 1e-14 * (1 + size)))),
  drowned('1 + 1e-17 x', line(1e-17, 1e-17)),
  drowned('1 + 1e-20 x, claimed 0', line(1e-20, 0)),
  drowned('a million + 1e-9 x', line(1e-9, 2e-9, 1e6)),
  drowned('0 x', (x) => mul(x, 0)),
  drowned('tanh far out', (x) => x.tanh(), between(25, 40, [2])),
  drowned('relu of negatives', (x) => x.relu(), between(-2, -1, [3])),
];

const unnoticed = small('0 where it is 1e-5', 'fail: wrong');
const beside = (slopes: number[], claimed: number[], offset = 0) =>
  ownOp({
    forward: (x) => add(mul(x, tensor(slopes)), offset),
    rules: [(dy) => mul(dy, tensor(claimed))],
  });

/** a + 1e-5 b, with no gradient for b. */
const second = ownOp({ forward: (a, b) => add(a, mul(b, 1e-5)), rules: [(dy) => dy, (dy) => mul(dy, 0)] });

/** An absolute tolerance of 1e-5 hides it. */
export const zeroWhereItIsSmall: Case[] = [
  unnoticed('1e-5 x', line(1e-5, 0, 0)),
  unnoticed('1 + 1e-5 x', line(1e-5, 0)),
  unnoticed('100 + 1e-5 x', line(1e-5, 0, 100)),
  unnoticed('1e-5 tanh', ownOp({ forward: (x) => mul(x.tanh(), 1e-5), rules: [(dy) => mul(dy, 0)] })),
  unnoticed('beside 1', beside([1, 1e-5, 1], [1, 0, 1])),
  unnoticed('beside 100', beside([100, 1e-5, 3], [100, 0, 3])),
  unnoticed('beside 1, on top of 10', beside([1, 1, 1e-5], [1, 1, 0], 10)),
  unnoticed(
    '1e-5 x²',
    ownOp({ forward: (x) => mul(mul(x, x), 1e-5), rules: [(dy) => mul(dy, 0)] }),
    between(0.5, 1, [2]),
  ),
  {
    ...unnoticed('of a second input', (x) => x),
    f: () => second,
    draw: (rng) => [0, 1].map(() => between(-1, 1, [2])(rng)),
  },
];
