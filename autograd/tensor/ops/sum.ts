import { accumulate, copy } from '../../kernels/copy.ts';
import { emptyLike } from '../create.ts';
import { doesNotExpand } from '../messages/shapes.ts';
import { axesOf, broadcastStrides, requireSizes, type Shape, sameShape, stridesOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { type Unary, unary } from './op.ts';
import { withShape } from './reshape.ts';

export type Axes = number | readonly number[];

/**
 * The sum along one axis, several, or all.
 *
 * @throws ShapeError for an axis that does not exist
 * @example
 * tensor([[1, 2], [3, 4]]).sum(0).toArray(); // [4, 6]
 */
export const sum: Unary<[axis?: Axes, keepDims?: boolean]> = unary({
  name: 'sum',
  doc: 'The sum along one axis, several, or all.',
  maths: 'y = Σᵢ xᵢ',
  forward: (x, axis, keepDims) => {
    const kept = keptShape('sum', x.shape, axis);
    const y = sumInto(x, kept);
    return keepDims ? y : y.alias(droppedShape('sum', x.shape, axis));
  },
  vjp: (dy, _y, x, axis) => expand(withShape(dy, keptShape('sum', x.shape, axis)), x.shape),
  samples: (draw) => [[draw([2, 3])], [draw([2, 3]), 0], [draw([2, 3, 4]), [-1, 0]], [draw([2, 3]), 1, true]],
});

/**
 * Repeats along new leading axes and axes of size 1: the adjoint of `sum`. A size of -1 stays as it is.
 *
 * @throws ShapeError when `x` does not broadcast to `shape`
 * @example
 * tensor([1, 2]).expand([2, 2]).toArray(); // [[1, 2], [1, 2]]
 */
export const expand: Unary<[shape: Shape]> = unary({
  name: 'expand',
  doc: 'Repeats along new leading axes and axes of size 1.',
  maths: 'y[i, j] = x[0, j]',
  forward: (x, sizes) => {
    const shape = expandedShape(x.shape, sizes);
    const y = emptyLike(x, shape);
    copy(
      shape,
      { data: x.storage, strides: broadcastStrides(x.shape, shape), offset: 0 },
      { data: y.storage, strides: stridesOf(shape), offset: 0 },
    );
    return y;
  },
  vjp: (dy, _y, x) => sumTo(dy, x.shape),
  samples: (draw) => [
    [draw([3]), [2, 3]],
    [draw([2, 1]), [2, 4]],
  ],
});

/** Sums `x` down to a shape that broadcasts to its own: what a value used many times receives. */
export function sumTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const missing = x.rank - shape.length;
  const repeated = x.shape.flatMap((n, axis) =>
    axis < missing || (shape[axis - missing] === 1 && n !== 1) ? [axis] : [],
  );
  return withShape(sum(x, repeated, true), shape);
}

/** `shape` with size 1 along the axes that are summed. */
export function keptShape(where: string, shape: Shape, axis: Axes | undefined): number[] {
  const summed = axesOf(where, axis, shape);
  return shape.map((n, a) => (summed.includes(a) ? 1 : n));
}

/** `shape` without the axes that are summed. */
export function droppedShape(where: string, shape: Shape, axis: Axes | undefined): number[] {
  const summed = axesOf(where, axis, shape);
  return shape.filter((_, a) => !summed.includes(a));
}

function sumInto(x: Tensor, kept: Shape): Tensor {
  const y = emptyLike(x, kept);
  accumulate(
    x.shape,
    { data: x.storage, strides: stridesOf(x.shape), offset: 0 },
    { data: y.storage, strides: broadcastStrides(kept, x.shape), offset: 0 },
  );
  return y;
}

function expandedShape(from: Shape, sizes: Shape): Shape {
  const missing = sizes.length - from.length;
  const to = sizes.map((n, axis) => (n === -1 && axis >= missing ? from[axis - missing] : n));
  requireSizes('expand', to);
  if (missing >= 0 && from.every((n, axis) => n === 1 || n === to[axis + missing])) return to;
  throw doesNotExpand(from, to);
}
