import { isZero } from '../../kernels/unary.ts';
import { add, div, mul } from './arithmetic.ts';
import { sqrt } from './exponential.ts';
import { constant } from './mapping.ts';
import { type Unary, unary } from './op.ts';
import { withShape } from './reshape.ts';
import { type Axes, keptShape, sum } from './sum.ts';

/**
 * The Euclidean norm (L2) along one axis, several, or all. Its slope is `x / y`, and 0 at the origin.
 *
 * @throws ShapeError for an axis that does not exist
 * @example
 * norm(tensor([3, 4])).item(); // 5
 */
export const norm: Unary<[axis?: Axes, keepDims?: boolean]> = unary({
  name: 'norm',
  doc: 'The Euclidean norm along one axis, several, or all.',
  maths: 'y = √(Σᵢ xᵢ²)',
  forward: (x, axis, keepDims) => {
    const numbers = x.detach();
    return sqrt(sum(mul(numbers, numbers), axis, keepDims));
  },
  vjp: (dy, y, x, axis) => {
    // 0 / 1 instead of 0 / 0 at the origin
    const slope = div(dy, add(y, constant(isZero, y)));
    return mul(x, withShape(slope, keptShape('norm', x.shape, axis)));
  },
  samples: (draw) => [[draw([2, 3])], [draw([2, 3]), 0], [draw([2, 3, 4]), [-1, 0], true]],
});
