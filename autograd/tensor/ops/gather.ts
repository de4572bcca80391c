import * as kernels from '../../kernels/gather.ts';
import { emptyLike, zeros } from '../create.ts';
import { record } from '../graph.ts';
import { indexDoesNotFit, indexIsNotAsX } from '../messages/axes.ts';
import { axisOf, requireSizes, type Shape, sameShape, sizeOf, stridesOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { type Indices, idsOf, shapeOfIndices } from './indices.ts';
import { composed, type Op } from './op.ts';

/**
 * For each place of `index`, the element of `x` at that place with the index itself along `axis`.
 *
 * `index` has the rank of `x`, and no axis but `axis` is longer than in `x`.
 *
 * @throws ShapeError when it has another rank, is too long, or holds an index outside the axis
 * @example
 * const logits = tensor([[1, 2, 3], [4, 5, 6]]);
 * gather(logits, 1, [[2], [0]]).toArray(); // [[3], [4]]
 */
export const gather: Op<[x: Tensor, axis: number, index: Indices]> = composed({
  name: 'gather',
  doc: 'One element along an axis for each index.',
  maths: 'yᵢⱼ = x[i, index[i, j]]',
  forward: (x, axis, index) => take(x, placesOf('gather', index, axis, x.shape)),
  samples: (draw) => [
    [
      draw([2, 3]),
      1,
      [
        [2, 0, 2, -3],
        [1, 1, 0, 2],
      ],
    ],
    [draw([3, 4]), 0, [[2, 0]]],
  ],
});

/**
 * Adds every element of `x` to zeros of `shape`, where `gather` with the same index would read it: the adjoint of
 * `gather`.
 *
 * @throws ShapeError unless `index` has the shape of `x` and fits `shape` as in `gather`
 * @example
 * scatter(tensor([[5], [7]]), 1, [[2], [0]], [2, 3]).toArray(); // [[0, 0, 5], [7, 0, 0]]
 */
export const scatter: Op<[x: Tensor, axis: number, index: Indices, shape: Shape]> = composed({
  name: 'scatter',
  doc: 'Adds elements to zeros at an index along an axis.',
  maths: 'y[i, index[i, j]] += xᵢⱼ',
  forward: (x, axis, index, shape) => {
    requireSizes('scatter', shape);
    const places = placesOf('scatter', index, axis, shape);
    if (sameShape(x.shape, places.shape)) return put(x, places, shape);
    throw indexIsNotAsX(x.shape, places.shape);
  },
  samples: (draw) => [
    [
      draw([2, 4]),
      1,
      [
        [2, 0, 2, -3],
        [1, 1, 0, 2],
      ],
      [2, 3],
    ],
    [draw([1, 2]), 0, [[2, 0]], [3, 4]],
  ],
});

/** Runs of `width` elements that begin at `starts`, together a tensor of `shape`. */
export interface Places {
  starts: Int32Array;
  width: number;
  shape: Shape;
}

export function take(x: Tensor, places: Places): Tensor {
  const y = emptyLike(x, places.shape);
  kernels.gather(x.storage, places.starts, places.width, y.storage);
  return record(y, [x], (dy) => put(dy, places, x.shape), 'gather');
}

/** The adjoint of `take`. */
export function put(x: Tensor, places: Places, shape: Shape): Tensor {
  const y = zeros(shape, { dtype: x.dtype });
  kernels.scatter(x.storage, places.starts, places.width, y.storage);
  return record(y, [x], (dy) => take(dy, places), 'scatter');
}

function placesOf(where: string, index: Indices, axis: number, shape: Shape): Places {
  const a = axisOf(where, axis, shape);
  const own = shapeOfIndices(index);
  requireIndexFits(where, own, a, shape);
  const ids = idsOf(where, index, shape, a);
  const strides = stridesOf(shape);
  const starts = ids.map((id) => id * strides[a]);
  own.forEach((n, other) => {
    if (other !== a) addSteps(starts, n, sizeOf(own.slice(other + 1)), strides[other]);
  });
  return { starts, width: 1, shape: own };
}

/** Adds i·stride to each entry, i being its index along an axis of n entries that lie `step` apart. */
function addSteps(starts: Int32Array, n: number, step: number, stride: number): void {
  for (let k = 0; k < starts.length; k++) starts[k] += (Math.trunc(k / step) % n) * stride;
}

function requireIndexFits(where: string, index: Shape, axis: number, shape: Shape): void {
  const fits = index.length === shape.length && index.every((n, a) => a === axis || n <= shape[a]);
  if (!fits) throw indexDoesNotFit(where, index, axis, shape);
}
