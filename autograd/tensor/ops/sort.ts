import * as kernels from '../../kernels/argsort.ts';
import { emptyLike } from '../create.ts';
import { notEnough } from '../messages/axes.ts';
import { axisOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { neg } from './arithmetic.ts';
import { gather } from './gather.ts';
import { composed, discrete, type Op } from './op.ts';
import { strideOf } from './rows.ts';
import { apart } from './samples.ts';
import { slice } from './slice.ts';

/** Elements in order, and where each of them was along the axis. */
export interface Sorted {
  values: Tensor;
  indices: Tensor;
}

/**
 * The order that sorts along an axis, the last unless stated: ascending, equal elements in their order, NaN last.
 *
 * @throws ShapeError for an axis that does not exist
 * @example
 * argsort(tensor([30, 10, 20])).toArray(); // [1, 2, 0]
 */
export const argsort: Op<[x: Tensor, axis?: number, descending?: boolean]> = discrete({
  name: 'argsort',
  doc: 'The order that sorts along an axis.',
  maths: 'x[y₀] ≤ x[y₁] ≤ …',
  forward: (x, axis = -1, descending = false) => {
    const a = axisOf('argsort', axis, x.shape);
    const y = emptyLike(x);
    const keys = descending ? neg(x.detach()) : x;
    kernels.argsort(keys.storage, y.storage, x.shape[a], strideOf(x, a));
    return y;
  },
  samples: (draw) => [[apart(draw, [2, 3])], [apart(draw, [2, 3]), 0, true]],
});

/**
 * The elements in order along an axis, the last unless stated, and their indices. The gradient goes back to where each
 * element came from.
 *
 * @throws ShapeError for an axis that does not exist
 * @example
 * sort(tensor([30, 10, 20])).values.toArray(); // [10, 20, 30]
 */
export const sort: Op<[x: Tensor, axis?: number, descending?: boolean], Sorted> = composed({
  name: 'sort',
  doc: 'The elements in order along an axis, and their indices.',
  maths: 'y₀ ≤ y₁ ≤ …',
  forward: (x, axis = -1, descending = false) => {
    const indices = argsort(x, axis, descending);
    return { values: gather(x, axis, indices), indices };
  },
  samples: (draw) => [[apart(draw, [2, 3])], [apart(draw, [2, 3]), 0, true]],
});

/**
 * The `k` largest elements along an axis, the last unless stated, largest first, and their indices.
 *
 * @throws ShapeError for an axis that does not exist, or has fewer than `k` elements
 * @example
 * topk(tensor([3, 9, 7]), 2).values.toArray(); // [9, 7]
 */
export const topk: Op<[x: Tensor, k: number, axis?: number], Sorted> = composed({
  name: 'topk',
  doc: 'The k largest elements along an axis, and their indices.',
  maths: 'y₀ ≥ y₁ ≥ … ≥ yₖ₋₁',
  forward: (x, k, axis = -1) => {
    const a = axisOf('topk', axis, x.shape);
    requireEnough(x, k, a);
    const indices = slice(argsort(x, a, true), a, 0, k);
    return { values: gather(x, a, indices), indices };
  },
  samples: (draw) => [
    [apart(draw, [2, 3]), 2],
    [apart(draw, [4, 2]), 3, 0],
  ],
});

function requireEnough(x: Tensor, k: number, axis: number): void {
  if (Number.isInteger(k) && k >= 0 && k <= x.shape[axis]) return;
  throw notEnough(k, axis, x.shape);
}
