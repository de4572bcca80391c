import * as kernels from '../../kernels/binary.ts';
import * as unaryKernels from '../../kernels/unary.ts';
import type { Tensor } from '../tensor.ts';
import { mul } from './arithmetic.ts';
import { apply, elementwise, type Operand } from './broadcast.ts';
import { ge, le } from './comparison.ts';
import { constant, mapping } from './mapping.ts';
import { type Binary, type Unary, unary } from './op.ts';
import { apart, pairsApart } from './samples.ts';

/**
 * The absolute value, elementwise. Its slope is the sign of x, and 0 at 0.
 *
 * @example
 * abs(tensor([-3, 2])).toArray(); // [3, 2]
 */
export const abs: Unary = mapping({
  name: 'abs',
  doc: 'The absolute value of every element.',
  maths: 'y = |x|',
  kernel: unaryKernels.abs,
  vjp: (dy, _y, x) => mul(dy, constant(unaryKernels.sign, x)),
  samples: (draw) => [[apart(draw, [2, 3])]],
});

/**
 * The larger of `a` and `b`, elementwise, with broadcasting; NaN where either is NaN.
 *
 * The gradient goes to the larger one; where both are equal each receives half of it, as in PyTorch.
 *
 * @throws ShapeError when the shapes do not broadcast
 * @example
 * maximum(tensor([1, 5]), 3).toArray(); // [3, 5]
 */
export const maximum: Binary<Operand> = elementwise({
  name: 'maximum',
  doc: 'The larger of two tensors, elementwise.',
  maths: 'y = max(a, b)',
  kernel: kernels.maximum,
  vjp: [(dy, _y, a, b) => shareOf(dy, a, b), (dy, _y, a, b) => shareOf(dy, b, a)],
  samples: pairsApart,
});

/**
 * The smaller of `a` and `b`, elementwise, with broadcasting; ties and NaN as in `maximum`.
 *
 * @example
 * minimum(tensor([1, 5]), 3).toArray(); // [1, 3]
 */
export const minimum: Binary<Operand> = elementwise({
  name: 'minimum',
  doc: 'The smaller of two tensors, elementwise.',
  maths: 'y = min(a, b)',
  kernel: kernels.minimum,
  vjp: [(dy, _y, a, b) => shareOf(dy, b, a), (dy, _y, a, b) => shareOf(dy, a, b)],
  samples: pairsApart,
});

/** The part of dy that goes to the winner, where `winner` is larger than `loser`. */
function shareOf(dy: Tensor, winner: Tensor, loser: Tensor): Tensor {
  return mul(dy, apply(kernels.share, winner, loser, dy.shape));
}

/**
 * Every element, moved to the nearer bound where it lies outside `low … high`. NaN stays.
 *
 * The slope is 1 from bound to bound, both included, and 0 outside. Where `low` is above `high`, `high` wins.
 *
 * @example
 * clamp(tensor([-2, 0.5, 2]), -1, 1).toArray(); // [-1, 0.5, 1]
 */
export const clamp: Unary<[low?: number, high?: number]> = unary({
  name: 'clamp',
  doc: 'Every element, moved to the nearer bound where it lies outside.',
  maths: 'y = min(max(x, low), high)',
  forward: (x, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY) =>
    minimum(maximum(x.detach(), low), high),
  vjp: (dy, _y, x, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY) =>
    mul(dy, mul(ge(x, low), le(x, high))),
  samples: (draw) => [
    [apart(draw, [2, 3]), -3, 4],
    [apart(draw, [4]), 0],
  ],
});
