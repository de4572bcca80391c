import { copy } from '../../kernels/copy.ts';
import { emptyLike } from '../create.ts';
import { axisOf, stridesOf } from '../shape.ts';
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
    const y = emptyLike(x, swap(x.shape, a, b));
    const from = { data: x.data, strides: swap(stridesOf(x.shape), a, b), offset: 0 };
    copy(y.shape, from, { data: y.data, strides: stridesOf(y.shape), offset: 0 });
    return y;
  },
  vjp: (dy, _y, _x, axisA, axisB) => transpose(dy, axisA, axisB),
  samples: (draw) => [
    [draw([2, 3]), 0, 1],
    [draw([2, 3, 4]), -1, 0],
  ],
});

/** A shape, or strides, with two entries exchanged. */
export function swap(list: readonly number[], a: number, b: number): number[] {
  return list.with(a, list[b]).with(b, list[a]);
}
