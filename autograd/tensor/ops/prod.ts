import type { Tensor } from '../tensor.ts';
import { mul } from './arithmetic.ts';
import { composed, type Op } from './op.ts';
import { withShape } from './reshape.ts';
import { rowsOf } from './rows.ts';
import { pad, slice } from './slice.ts';
import { type Axes, droppedShape, keptShape } from './sum.ts';

/**
 * The product along one axis, several, or all; 1 over nothing.
 *
 * Halves are multiplied until one element is left, so that gradients of every order are right where elements are 0.
 *
 * @throws ShapeError for an axis that does not exist
 * @example
 * prod(tensor([[1, 2], [3, 4]]), 1).toArray(); // [2, 12]
 */
export const prod: Op<[x: Tensor, axis?: Axes, keepDims?: boolean]> = composed({
  name: 'prod',
  doc: 'The product along one axis, several, or all.',
  maths: 'y = Πᵢ xᵢ',
  forward: (x, axis, keepDims) => {
    const y = productOfRows(rowsOf('prod', x, axis));
    return withShape(y, (keepDims ? keptShape : droppedShape)('prod', x.shape, axis));
  },
  samples: (draw) => [[draw([2, 3])], [draw([2, 3]), 0], [draw([2, 3, 4]), [-1, 0], true]],
});

/** [...kept, n] → [...kept, 1] in log₂ n steps. */
function productOfRows(rows: Tensor): Tensor {
  const n = rows.shape[rows.rank - 1];
  if (n === 1) return rows;
  const half = Math.ceil(n / 2);
  if (n < 2 * half || n === 0) return productOfRows(withOne(rows));
  return productOfRows(mul(slice(rows, -1, 0, half), slice(rows, -1, half)));
}

/** One more column, of ones. */
function withOne(rows: Tensor): Tensor {
  return pad(
    rows,
    rows.shape.map((_, axis) => (axis === rows.rank - 1 ? [0, 1] : [0, 0])),
    1,
  );
}
