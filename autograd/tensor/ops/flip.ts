import { copy } from '../../kernels/copy.ts';
import { emptyLike } from '../create.ts';
import { axesOf, stridesOf } from '../shape.ts';
import { type Unary, unary } from './op.ts';
import type { Axes } from './sum.ts';

/**
 * With the order along one axis, several, or all, turned round.
 *
 * @throws ShapeError for an axis that does not exist
 * @example
 * flip(tensor([[1, 2], [3, 4]]), 1).toArray(); // [[2, 1], [4, 3]]
 */
export const flip: Unary<[axis?: Axes]> = unary({
  name: 'flip',
  doc: 'Turns the order along axes round.',
  maths: 'yᵢ = xₙ₋₁₋ᵢ',
  forward: (x, axis) => {
    const turned = axesOf('flip', axis, x.shape);
    const y = emptyLike(x);
    const strides = stridesOf(x.shape);
    // each turned axis is read from its last entry backwards
    const offset = turned.reduce((at, a) => at + (x.shape[a] - 1) * strides[a], 0);
    const backwards = strides.map((stride, a) => (turned.includes(a) ? -stride : stride));
    copy(x.shape, { data: x.storage, strides: backwards, offset }, { data: y.storage, strides, offset: 0 });
    return y;
  },
  vjp: (dy, _y, _x, axis) => flip(dy, axis),
  samples: (draw) => [[draw([2, 3]), 1], [draw([2, 3, 4]), [0, -1]], [draw([3])]],
});
