import {
  add,
  concat,
  div,
  matmul,
  mul,
  neg,
  type Rng,
  type Shape,
  slice,
  sqrt,
  sub,
  sum,
  type Tensor,
  transpose,
} from '#autograd';
import { between } from '../draw.ts';
import type { Definition } from '../own-op.ts';

const T = (x: Tensor) => transpose(x, 0, 1);

/** Two inputs of these shapes. */
const pair =
  (a: Shape, b: Shape = a, low = 0.3, high = 2) =>
  (rng: Rng) => [between(low, high, a)(rng), between(low, high, b)(rng)];

/** Of two inputs. */
export const joint = {
  sub: { forward: sub, rules: [(dy) => dy, (dy) => neg(dy)], draw: pair([2, 2]) },
  mul: {
    forward: mul,
    rules: [(dy, _y, _a, b) => mul(dy, b), (dy, _y, a) => mul(dy, a)],
    draw: pair([2, 2]),
  },
  div: {
    forward: div,
    rules: [(dy, _y, _a, b) => div(dy, b), (dy, y, _a, b) => neg(div(mul(dy, y), b))],
    draw: pair([2, 2]),
  },
  /** [2, 3] + [3] */
  addRow: { forward: add, rules: [(dy) => dy, (dy) => sum(dy, 0)], draw: pair([2, 3], [3]) },
  matmul: {
    forward: matmul,
    rules: [(dy, _y, _a, b) => matmul(dy, T(b)), (dy, _y, a) => matmul(T(a), dy)],
    draw: pair([2, 3], [3, 2], -1.5, 1.5),
  },
  square2: {
    forward: matmul,
    rules: [(dy, _y, _a, b) => matmul(dy, T(b)), (dy, _y, a) => matmul(T(a), dy)],
    draw: pair([2, 2], [2, 2], -1.5, 1.5),
  },
  hypotenuse: {
    forward: (a, b) => sqrt(add(mul(a, a), mul(b, b))),
    rules: [(dy, y, a) => mul(dy, div(a, y)), (dy, y, _a, b) => mul(dy, div(b, y))],
    draw: pair([3]),
  },
  concat: {
    forward: (a, b) => concat([a, b]),
    rules: [(dy) => slice(dy, 0, 0, 2), (dy) => slice(dy, 0, 2, 5)],
    draw: pair([2], [3]),
  },
} satisfies Record<string, Definition>;
