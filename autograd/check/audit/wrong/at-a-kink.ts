import { type Rng, relu, Tensor, tensor } from '#autograd';
import { about, type Case, SIZES } from '../case.ts';
import { awayFromZero, between, mapped } from '../draw.ts';
import { ownOp } from '../own-op.ts';

/** Entries away from the kink, and one on it. */
const with0 = (at: number) => (rng: Rng) => {
  const x = awayFromZero([3])(rng);
  x.data[1] = at;
  return [x];
};

const kink = (name: string, f: (x: number) => number, slope: (x: number) => number, at = 0): Case => ({
  kind: 'kink',
  name,
  f: () => ownOp({ forward: mapped(f), rules: [(dy, _y, x) => mapped(slope)(x).mul(dy)] }),
  draw: with0(at),
  expected: ['inconclusive: kink'],
});

const step = (x: number) => (x > 0 ? 1 : 0);

/** Where the slopes on both sides differ no backward is right, and none is wrong. */
export const atAKink: Case[] = [
  kink('relu at 0', (x) => Math.max(x, 0), step),
  kink(
    'relu at 0 with 1 there',
    (x) => Math.max(x, 0),
    (x) => (x >= 0 ? 1 : 0),
  ),
  kink('relu 1e-7 beside it', (x) => Math.max(x, 0), step, 1e-7),
  kink('relu 1e-9 before it', (x) => Math.max(x, 0), step, -1e-9),
  kink('abs at 0', Math.abs, Math.sign),
  kink(
    'clip at its bound',
    (x) => Math.min(2, Math.max(x, -2)),
    (x) => (Math.abs(x) < 2 ? 1 : 0),
    2,
  ),
  kink(
    'a step at 0',
    (x) => step(x) + x,
    () => 1,
  ),
  kink(
    'floor at 3',
    (x) => Math.floor(x) + x,
    () => 1,
    3,
  ),
  kink('the cube root at 0', Math.cbrt, (x) => (x === 0 ? 1e9 : 1 / (3 * Math.cbrt(x) ** 2))),
  ...SIZES.map((size) =>
    kink(
      `a bend ${about(size)}`,
      (x) => Math.max(x, x * (1 - size)),
      (x) => (x > 0 ? 1 : 1 - size),
    ),
  ),
  {
    kind: 'kink',
    name: 'the larger of two that are equal',
    f: () =>
      ownOp({
        forward: (a, b) =>
          new Tensor(
            a.data.map((x, k) => Math.max(x, b.data[k])),
            a.shape,
          ),
        rules: [(dy) => dy, (dy) => dy.mul(0)],
      }),
    draw: (rng) => [between(-1, 1, [2])(rng)].flatMap((x) => [x, tensor([...x.data])]),
    expected: ['inconclusive: kink'],
  },
  { ...kink('a whole layer', Math.abs, Math.sign), f: () => (x) => relu(x).sum() },
];
