import { axisOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { indexOf } from './indices.ts';
import { composed, type Op } from './op.ts';
import { reshape } from './reshape.ts';
import { slice } from './slice.ts';

/**
 * The entry at `index` along an axis, which is dropped; a negative index counts from the end.
 *
 * @throws ShapeError for an index outside the axis
 * @example
 * tensor([[1, 2], [3, 4]]).select(1, 0).toArray(); // [1, 3]
 */
export const select: Op<[x: Tensor, axis: number, index: number]> = composed({
  name: 'select',
  doc: 'The entry at an index along an axis, which is dropped.',
  maths: 'y = xᵢ',
  forward: (x, axis, index) => {
    const a = axisOf('select', axis, x.shape);
    const i = indexOf('select', index, x.shape, a);
    return reshape(slice(x, a, i, i + 1), x.shape.toSpliced(a, 1));
  },
  samples: (draw) => [
    [draw([2, 3]), 0, 1],
    [draw([2, 3]), -1, -2],
  ],
});
