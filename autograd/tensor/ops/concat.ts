import { copy } from '../../kernels/copy.ts';
import { emptyLike } from '../create.ts';
import { differBesideAxis, nothingToJoin } from '../messages/shapes.ts';
import { dtypesDiffer } from '../messages/values.ts';
import { axisOf, type Shape, sameShape, stridesOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { type Variadic, variadic } from './op.ts';
import { slice } from './slice.ts';

/**
 * Tensors joined along an axis that exists, the first unless stated.
 *
 * @throws ShapeError for no tensors, or shapes that differ elsewhere
 * @example
 * concat([tensor([[1], [2]]), tensor([[3], [4]])], 1).toArray(); // [[1, 3], [2, 4]]
 */
export const concat: Variadic<[axis?: number]> = variadic({
  name: 'concat',
  doc: 'Joins tensors along an axis that exists.',
  maths: 'y = [x₁, x₂, …]',
  forward: (xs, axis = 0) => {
    const a = joinAxis(xs, axis);
    const starts = startsOf(xs, a);
    const y = emptyLike(xs[0], xs[0].shape.with(a, starts[xs.length]));
    const strides = stridesOf(y.shape);
    xs.forEach((x, i) => {
      const from = { data: x.storage, strides: stridesOf(x.shape), offset: 0 };
      copy(x.shape, from, { data: y.storage, strides, offset: starts[i] * strides[a] });
    });
    return y;
  },
  vjp: (i, dy, xs, axis = 0) => {
    const a = joinAxis(xs, axis);
    const starts = startsOf(xs, a);
    return slice(dy, a, starts[i], starts[i + 1]);
  },
  samples: (draw) => [[[draw([2, 3]), draw([1, 3])]], [[draw([2, 1]), draw([2, 3]), draw([2, 2])], -1]],
});

/** Where each tensor begins along the axis, and where the last one ends. */
function startsOf(xs: readonly Tensor[], axis: number): number[] {
  const starts = [0];
  for (const x of xs) starts.push(starts[starts.length - 1] + x.shape[axis]);
  return starts;
}

function joinAxis(xs: readonly Tensor[], axis: number): number {
  if (xs.length === 0) throw nothingToJoin('concat');
  const first = xs[0];
  const a = axisOf('concat', axis, first.shape);
  for (const x of xs) {
    if (x.rank !== first.rank || !sameShape(x.shape.with(a, 0), first.shape.with(a, 0)))
      throw differBesideAxis(a, shapes(xs));
    if (x.dtype !== first.dtype) throw dtypesDiffer('concat', { 'the first': first.dtype, another: x.dtype });
  }
  return a;
}

export function shapes(xs: readonly Tensor[]): Shape[] {
  return xs.map((x) => x.shape);
}
