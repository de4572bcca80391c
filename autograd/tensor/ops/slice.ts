import { copy } from '../../kernels/copy.ts';
import { emptyLike, full } from '../create.ts';
import { noRange } from '../messages/axes.ts';
import { badPadding } from '../messages/shapes.ts';
import { axisOf, type Shape, stridesOf } from '../shape.ts';
import { type Unary, unary } from './op.ts';

/** How much to add `[before, after]` each axis. */
export type Padding = readonly (readonly [before: number, after: number])[];

/**
 * The entries from `start` to before `end` along an axis; negative ends count from the end.
 *
 * @throws ShapeError unless 0 ≤ start ≤ end ≤ size
 * @example
 * tensor([10, 20, 30, 40]).slice(0, 1, -1).toArray(); // [20, 30]
 */
export const slice: Unary<[axis: number, start?: number, end?: number]> = unary({
  name: 'slice',
  doc: 'The entries from start to before end along an axis.',
  maths: 'yᵢ = xᵢ₊ₛ',
  forward: (x, axis, start, end) => {
    const cut = cutOf(x.shape, axis, start, end);
    const y = emptyLike(x, x.shape.with(cut.axis, cut.end - cut.start));
    const strides = stridesOf(x.shape);
    const from = { data: x.storage, strides, offset: cut.start * strides[cut.axis] };
    copy(y.shape, from, { data: y.storage, strides: stridesOf(y.shape), offset: 0 });
    return y;
  },
  vjp: (dy, _y, x, axis, start, end) => {
    const cut = cutOf(x.shape, axis, start, end);
    return pad(
      dy,
      x.shape.map((n, a) => (a === cut.axis ? [cut.start, n - cut.end] : [0, 0])),
    );
  },
  samples: (draw) => [
    [draw([2, 5]), 1, 1, 4],
    [draw([4, 3]), -2, 1],
    [draw([2, 5]), 1, -3, -1],
  ],
});

/**
 * With `value` added before and after each axis: the adjoint of `slice`.
 *
 * @throws ShapeError unless there is one pair of integers of 0 or more for each axis
 * @example
 * pad(tensor([1, 2]), [[1, 2]]).toArray(); // [0, 1, 2, 0, 0]
 */
export const pad: Unary<[padding: Padding, value?: number]> = unary({
  name: 'pad',
  doc: 'Adds a value before and after each axis.',
  maths: 'yᵢ₊ₛ = xᵢ',
  forward: (x, padding, value = 0) => {
    requirePadding(x.shape, padding);
    const shape = x.shape.map((n, axis) => padding[axis][0] + n + padding[axis][1]);
    const y = full(shape, value, { dtype: x.dtype });
    const strides = stridesOf(shape);
    const offset = padding.reduce((at, [before], axis) => at + before * strides[axis], 0);
    copy(
      x.shape,
      { data: x.storage, strides: stridesOf(x.shape), offset: 0 },
      { data: y.storage, strides, offset },
    );
    return y;
  },
  vjp: (dy, _y, x, padding) =>
    padding.reduce((g, [before], axis) => slice(g, axis, before, before + x.shape[axis]), dy),
  samples: (draw) => [
    [
      draw([2, 3]),
      [
        [1, 0],
        [0, 2],
      ],
    ],
    [draw([2]), [[1, 1]], 5],
  ],
});

function cutOf(shape: Shape, axis: number, start = 0, end = Number.POSITIVE_INFINITY) {
  const a = axisOf('slice', axis, shape);
  const n = shape[a];
  const cut = {
    axis: a,
    start: fromFront(start, n),
    end: end === Number.POSITIVE_INFINITY ? n : fromFront(end, n),
  };
  const whole = Number.isInteger(cut.start) && Number.isInteger(cut.end);
  if (whole && 0 <= cut.start && cut.start <= cut.end && cut.end <= n) return cut;
  throw noRange(start, end, a, shape);
}

function fromFront(index: number, size: number): number {
  return index < 0 ? index + size : index;
}

function requirePadding(shape: Shape, padding: Padding): void {
  const whole = padding.flat().every((n) => Number.isInteger(n) && n >= 0);
  if (padding.length !== shape.length || !whole) throw badPadding(shape, padding);
}
