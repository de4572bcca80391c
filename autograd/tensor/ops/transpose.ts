import { copy } from '../../kernels/copy.ts';
import { emptyLike } from '../create.ts';
import { notAllAxes } from '../messages/axes.ts';
import { axesOf, axisOf, type Shape, stridesOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { type Unary, unary } from './op.ts';

/**
 * With two axes exchanged; negative axes count from the end.
 *
 * @throws ShapeError for an axis that does not exist
 * @example
 * transpose(tensor([[1, 2], [3, 4]]), 0, 1).toArray(); // [[1, 3], [2, 4]]
 */
export const transpose: Unary<[axisA: number, axisB: number]> = unary({
  name: 'transpose',
  doc: 'Exchanges two axes.',
  maths: 'yⱼᵢ = xᵢⱼ',
  forward: (x, axisA, axisB) => {
    const a = axisOf('transpose', axisA, x.shape);
    const b = axisOf('transpose', axisB, x.shape);
    return reordered(x, swap([...x.shape.keys()], a, b));
  },
  vjp: (dy, _y, _x, axisA, axisB) => transpose(dy, axisA, axisB),
  samples: (draw) => [
    [draw([2, 3]), 0, 1],
    [draw([2, 3, 4]), -1, 0],
  ],
});

/**
 * With the axes in another order: axis i of the result is axis `axes[i]` of `x`.
 *
 * @throws ShapeError unless every axis occurs once
 * @example
 * zeros([2, 3, 4]).permute([2, 0, 1]).shape; // [4, 2, 3]
 */
export const permute: Unary<[axes: readonly number[]]> = unary({
  name: 'permute',
  doc: 'Puts the axes in another order.',
  maths: 'y[i, j, k] = x[j, k, i]',
  forward: (x, axes) => reordered(x, orderOf(x.shape, axes)),
  vjp: (dy, _y, x, axes) => {
    const order = orderOf(x.shape, axes);
    return permute(
      dy,
      order.map((_, axis) => order.indexOf(axis)),
    );
  },
  samples: (draw) => [
    [draw([2, 3, 4]), [2, 0, 1]],
    [draw([2, 3]), [-1, 0]],
  ],
});

/** A shape, or strides, with two entries exchanged. */
export function swap(list: readonly number[], a: number, b: number): number[] {
  return list.with(a, list[b]).with(b, list[a]);
}

function reordered(x: Tensor, order: readonly number[]): Tensor {
  const strides = stridesOf(x.shape);
  const y = emptyLike(
    x,
    order.map((axis) => x.shape[axis]),
  );
  const from = { data: x.storage, strides: order.map((axis) => strides[axis]), offset: 0 };
  copy(y.shape, from, { data: y.storage, strides: stridesOf(y.shape), offset: 0 });
  return y;
}

function orderOf(shape: Shape, axes: readonly number[]): number[] {
  const order = axesOf('permute', axes, shape);
  if (order.length === shape.length) return order;
  throw notAllAxes(axes, shape);
}
