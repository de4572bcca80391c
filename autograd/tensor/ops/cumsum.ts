import * as kernels from '../../kernels/cumsum.ts';
import { emptyLike } from '../create.ts';
import { axisOf } from '../shape.ts';
import { flip } from './flip.ts';
import { type Unary, unary } from './op.ts';
import { strideOf } from './rows.ts';

/**
 * The sums of all elements up to each one along an axis.
 *
 * @throws ShapeError for an axis that does not exist
 * @example
 * cumsum(tensor([1, 2, 3]), 0).toArray(); // [1, 3, 6]
 */
export const cumsum: Unary<[axis: number]> = unary({
  name: 'cumsum',
  doc: 'The sums of all elements up to each one along an axis.',
  maths: 'yᵢ = x₀ + … + xᵢ',
  forward: (x, axis) => {
    const a = axisOf('cumsum', axis, x.shape);
    const y = emptyLike(x);
    kernels.cumsum(x.storage, y.storage, x.shape[a], strideOf(x, a));
    return y;
  },
  // an element counts in every sum from its own on
  vjp: (dy, _y, _x, axis) => flip(cumsum(flip(dy, axis), axis), axis),
  samples: (draw) => [
    [draw([5]), 0],
    [draw([2, 3]), -1],
    [draw([2, 3, 4]), 1],
  ],
});
