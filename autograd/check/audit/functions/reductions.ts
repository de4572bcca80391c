import {
  div,
  exp,
  log,
  matmul,
  mean,
  mul,
  pad,
  pow,
  type Rng,
  slice,
  sqrt,
  sub,
  sum,
  Tensor,
  transpose,
} from '#autograd';
import { between } from '../draw.ts';
import type { Definition } from '../own-op.ts';

const T = (x: Tensor) => transpose(x, 0, 1);

const vector = (rng: Rng) => [between(-1.5, 1.5, [4])(rng)];
const softmaxOf = (x: Tensor) => div(exp(x), sum(exp(x)));
const lower = new Tensor(Float64Array.of(1, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1), [4, 4]);
const picks = new Tensor(Float64Array.of(0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1), [3, 4]);

/** Every entry counts for more than one result, or for another place. */
export const reductions = {
  sum: { forward: (x) => sum(x), rules: [(dy) => dy.expand([4])], draw: vector },
  mean: { forward: (x) => mean(x), rules: [(dy) => mul(dy, 0.25).expand([4])], draw: vector },
  norm: { forward: (x) => sqrt(sum(mul(x, x))), rules: [(dy, y, x) => mul(dy, div(x, y))], draw: vector },
  softmax: {
    forward: softmaxOf,
    rules: [(dy, y) => mul(y, sub(dy, sum(mul(dy, y))))],
    draw: vector,
  },
  logSumExp: {
    forward: (x) => log(sum(exp(x))),
    rules: [(dy, _y, x) => mul(dy, softmaxOf(x))],
    draw: vector,
  },
  variance: {
    forward: (x) => mean(pow(sub(x, mean(x)), 2)),
    rules: [(dy, _y, x) => mul(dy, mul(sub(x, mean(x)), 0.5))],
    draw: vector,
  },
  cumsum: { forward: (x) => matmul(lower, x), rules: [(dy) => matmul(T(lower), dy)], draw: vector },
  /** x[1], x[1], x[3]: an entry that is picked twice receives two gradients. */
  gather: { forward: (x) => matmul(picks, x), rules: [(dy) => matmul(T(picks), dy)], draw: vector },
  pad: { forward: (x) => pad(x, [[1, 2]]), rules: [(dy) => slice(dy, 0, 1, 5)], draw: vector },
  transpose: { forward: T, rules: [(dy) => T(dy)], draw: (rng) => [between(-1, 1, [2, 3])(rng)] },
} satisfies Record<string, Definition>;
