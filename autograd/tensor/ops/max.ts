import { takeLargest } from '../../kernels/argmax.ts';
import { emptyLike } from '../create.ts';
import { record } from '../graph.ts';
import { noElements } from '../messages/shapes.ts';
import { axesOf, axisOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { argmax } from './argmax.ts';
import { div, mul, neg } from './arithmetic.ts';
import { eq } from './comparison.ts';
import { gather } from './gather.ts';
import { composed, type Op } from './op.ts';
import { squeeze, unsqueeze, withShape } from './reshape.ts';
import { rowsOf } from './rows.ts';
import { apart } from './samples.ts';
import { type Axes, keptShape, sum } from './sum.ts';

/**
 * The largest element along one axis, several, or all; NaN where one is NaN.
 *
 * Where elements tie, the gradient goes to the first along one axis; over several or all they share it equally, as
 * in PyTorch's `max(dim)` and `amax`.
 *
 * @throws ShapeError for an axis that does not exist, or has no elements
 * @example
 * tensor([[1, 5], [3, 4]]).max(1).toArray(); // [5, 4]
 */
export const max: Op<[x: Tensor, axis?: Axes, keepDims?: boolean]> = composed({
  name: 'max',
  doc: 'The largest element along one axis, several, or all.',
  maths: 'y = maxᵢ xᵢ',
  forward: (x, axis, keepDims) => extremum('max', x, x.detach(), axis, keepDims),
  samples: (draw) => [
    [apart(draw, [2, 3])],
    [apart(draw, [2, 3]), 0],
    [apart(draw, [2, 3, 2]), [0, -1], true],
    [apart(draw, [2, 3]), -1, true],
  ],
});

/**
 * The smallest element along one axis, several, or all; ties and NaN as in `max`.
 *
 * @example
 * min(tensor([[3, 1], [2, 4]]), 1).toArray(); // [1, 2]
 */
export const min: Op<[x: Tensor, axis?: Axes, keepDims?: boolean]> = composed({
  name: 'min',
  doc: 'The smallest element along one axis, several, or all.',
  maths: 'y = minᵢ xᵢ',
  forward: (x, axis, keepDims) => extremum('min', x, neg(x.detach()), axis, keepDims),
  samples: (draw) => [
    [apart(draw, [2, 3])],
    [apart(draw, [2, 3]), 0],
    [apart(draw, [2, 3, 2]), [0, -1], true],
  ],
});

/** The element of x where `keys`, constants of the same shape, are largest. */
function extremum(name: string, x: Tensor, keys: Tensor, axis: Axes | undefined, keepDims = false): Tensor {
  requireElements(name, x, axesOf(name, axis, x.shape));
  if (typeof axis === 'number') return first(x, keys, axisOf(name, axis, x.shape), keepDims);
  const y = shared(name, rowsOf(name, x, axis), rowsOf(name, keys, axis));
  return keepDims ? withShape(y, keptShape(name, x.shape, axis)) : y;
}

function first(x: Tensor, keys: Tensor, axis: number, keepDims: boolean): Tensor {
  const y = gather(x, axis, argmax(keys, axis, true));
  return keepDims ? y : squeeze(y, axis);
}

function shared(name: string, rows: Tensor, keys: Tensor): Tensor {
  const y = emptyLike(rows, rows.shape.slice(0, -1));
  takeLargest(rows.storage, keys.storage, y.storage, rows.shape[rows.rank - 1]);
  return record(y, [rows], (dy) => mul(unsqueeze(dy, -1), sharesOf(rows, y)), name);
}

/** 1 / (number of ties) where a row has its extremum y, else 0. */
function sharesOf(rows: Tensor, y: Tensor): Tensor {
  const tied = eq(rows, unsqueeze(y.detach(), -1));
  return div(tied, sum(tied, -1, true));
}

function requireElements(name: string, x: Tensor, axes: readonly number[]): void {
  const empty = axes.find((axis) => x.shape[axis] === 0);
  if (empty !== undefined) throw noElements(name, empty, x.shape);
}
