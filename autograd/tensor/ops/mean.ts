import type { Tensor } from '../tensor.ts';
import { mul } from './arithmetic.ts';
import { composed, type Op } from './op.ts';
import { type Axes, sum } from './sum.ts';

/**
 * The mean along one axis, several, or all; NaN over nothing.
 *
 * @throws ShapeError for an axis that does not exist
 * @example
 * tensor([[1, 2], [3, 4]]).mean(1).toArray(); // [1.5, 3.5]
 */
export const mean: Op<[x: Tensor, axis?: Axes, keepDims?: boolean]> = composed({
  name: 'mean',
  doc: 'The mean along one axis, several, or all.',
  maths: 'y = (1/n) Σᵢ xᵢ',
  forward: (x, axis, keepDims) => {
    const total = sum(x, axis, keepDims);
    return mul(total, total.size / x.size);
  },
  samples: (draw) => [[draw([2, 3])], [draw([2, 3]), -1], [draw([2, 3, 4]), [0, 2], true]],
});
