import { notSizeOne, otherSize } from '../messages/shapes.ts';
import { axesOf, axisOf, requireSizes, type Shape, sameShape, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { composed, type Op, type Unary, unary } from './op.ts';

/**
 * The same numbers in row-major order under another shape; one size may be -1 and follows from the others.
 *
 * @throws ShapeError when the sizes differ
 * @example
 * tensor([[1, 2, 3], [4, 5, 6]]).reshape([3, -1]).toArray(); // [[1, 2], [3, 4], [5, 6]]
 */
export const reshape: Unary<[shape: Shape]> = unary({
  name: 'reshape',
  doc: 'The same numbers in row-major order under another shape.',
  maths: 'yₖ = xₖ in row-major order',
  forward: (x, shape) => x.alias(inferSize(x.shape, shape)),
  vjp: (dy, _y, x) => reshape(dy, x.shape),
  samples: (draw) => [
    [draw([2, 3]), [3, 2]],
    [draw([4]), [2, -1]],
  ],
});

/**
 * A new axis of size 1 before `axis`; -1 adds it at the end.
 *
 * @throws ShapeError when there is no such place
 * @example
 * tensor([1, 2, 3]).unsqueeze(0).shape; // [1, 3]
 */
export const unsqueeze: Op<[x: Tensor, axis: number]> = composed({
  name: 'unsqueeze',
  doc: 'A new axis of size 1.',
  maths: 'y[…, 0, …] = x[…, …]',
  forward: (x, axis) => {
    const at = axisOf('unsqueeze', axis, [...x.shape, 1]);
    return reshape(x, x.shape.toSpliced(at, 0, 1));
  },
  samples: (draw) => [
    [draw([2, 3]), 1],
    [draw([2, 3]), -1],
  ],
});

/**
 * Without the given axis, or without every axis, of size 1.
 *
 * @throws ShapeError when the axis has another size
 * @example
 * tensor([[1], [2]]).squeeze(1).toArray(); // [1, 2]
 */
export const squeeze: Op<[x: Tensor, axis?: number | readonly number[]]> = composed({
  name: 'squeeze',
  doc: 'Without the axes of size 1.',
  maths: 'y[…, …] = x[…, 0, …]',
  forward: (x, axis) => {
    const ones = axis === undefined ? axesOfSizeOne(x) : axesOf('squeeze', axis, x.shape);
    for (const a of ones) requireSizeOne(x, a);
    return reshape(
      x,
      x.shape.filter((_, a) => !ones.includes(a)),
    );
  },
  samples: (draw) => [[draw([2, 1, 3]), 1], [draw([1, 3, 1])]],
});

function inferSize(from: Shape, to: Shape): Shape {
  const unknown = to.indexOf(-1);
  const known = unknown < 0 ? to : to.toSpliced(unknown, 1);
  requireSizes('reshape', known);
  const shape = unknown < 0 ? [...to] : to.with(unknown, sizeOf(from) / sizeOf(known));
  if (sizeOf(shape) === sizeOf(from) && shape.every(Number.isInteger)) return shape;
  throw otherSize(from, to, sizeOf(from));
}

function axesOfSizeOne(x: Tensor): number[] {
  return x.shape.flatMap((n, axis) => (n === 1 ? [axis] : []));
}

function requireSizeOne(x: Tensor, axis: number): void {
  if (x.shape[axis] === 1) return;
  throw notSizeOne(axis, x.shape);
}

/** `x` under a shape of the same size; `x` itself when it has that shape already. */
export function withShape(x: Tensor, shape: Shape): Tensor {
  return sameShape(x.shape, shape) ? x : reshape(x, shape);
}
