import * as kernels from '../../kernels/argmax.ts';
import { emptyLike } from '../create.ts';
import { noElements } from '../messages/shapes.ts';
import { axisOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { discrete, type Op } from './op.ts';
import { withShape } from './reshape.ts';
import { strideOf } from './rows.ts';
import { apart } from './samples.ts';

/**
 * The index of the largest element along an axis, or in all of `x` in row-major order. The first wins a tie; NaN
 * counts as the largest.
 *
 * @throws ShapeError for an axis that does not exist, or has no elements
 * @example
 * argmax(tensor([[1, 5], [3, 2]]), 1).toArray(); // [1, 0]
 */
export const argmax: Op<[x: Tensor, axis?: number, keepDims?: boolean]> = discrete({
  name: 'argmax',
  doc: 'The index of the largest element along an axis.',
  maths: 'y = argmaxᵢ xᵢ',
  forward: (x, axis, keepDims) => {
    if (axis === undefined) return indexOfLargest(x, keepDims);
    const a = axisOf('argmax', axis, x.shape);
    requireElements(x, a);
    const y = emptyLike(x, keepDims ? x.shape.with(a, 1) : x.shape.toSpliced(a, 1));
    kernels.argmax(x.storage, y.storage, x.shape[a], strideOf(x, a));
    return y;
  },
  samples: (draw) => [[apart(draw, [2, 3])], [apart(draw, [2, 3]), 0, true]],
});

function indexOfLargest(x: Tensor, keepDims = false): Tensor {
  const y = argmax(withShape(x.detach(), [x.size]), 0);
  return keepDims
    ? withShape(
        y,
        x.shape.map(() => 1),
      )
    : y;
}

function requireElements(x: Tensor, axis: number): void {
  if (x.shape[axis] === 0) throw noElements('argmax', axis, x.shape);
}
