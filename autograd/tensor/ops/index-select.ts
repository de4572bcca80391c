import { notList } from '../messages/axes.ts';
import { axisOf, type Shape, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { type Places, take } from './gather.ts';
import { type Indices, idsOf, shapeOfIndices } from './indices.ts';
import { composed, type Op } from './op.ts';

/**
 * The entries at `ids` along an axis, in their order; an id may occur many times, and negative ones count from the end.
 *
 * With the axis 0 of a table of vectors it is an embedding.
 *
 * @throws ShapeError unless `ids` is a list and each lies inside the axis
 * @example
 * tensor([[1, 2], [3, 4], [5, 6]]).indexSelect(0, [2, 0]).toArray(); // [[5, 6], [1, 2]]
 */
export const indexSelect: Op<[x: Tensor, axis: number, ids: Indices]> = composed({
  name: 'indexSelect',
  doc: 'The entries at a list of indices along an axis.',
  maths: 'yₖ = x[ids[k]]',
  forward: (x, axis, ids) => take(x, rowsAt(ids, axisOf('indexSelect', axis, x.shape), x.shape)),
  samples: (draw) => [
    [draw([3, 2]), 0, [2, 0, 2, 1]],
    [draw([2, 3, 4]), -2, [1, -1]],
  ],
});

function rowsAt(indices: Indices, axis: number, shape: Shape): Places {
  requireList(shapeOfIndices(indices));
  const ids = idsOf('indexSelect', indices, shape, axis);
  const width = sizeOf(shape.slice(axis + 1));
  const blocks = sizeOf(shape.slice(0, axis));
  const starts = new Int32Array(blocks * ids.length);
  for (let block = 0, k = 0; block < blocks; block++)
    for (const id of ids) starts[k++] = (block * shape[axis] + id) * width;
  return { starts, width, shape: shape.with(axis, ids.length) };
}

function requireList(ids: Shape): void {
  if (ids.length !== 1) throw notList(ids);
}
