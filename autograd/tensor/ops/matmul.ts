import * as kernels from '../../kernels/matmul.ts';
import { emptyLike } from '../create.ts';
import { shapeError, show } from '../errors.ts';
import type { Tensor } from '../tensor.ts';
import { type Binary, binary } from './op.ts';
import { swap, transpose } from './transpose.ts';

/**
 * The matrix product of `a` [m, k] and `b` [k, n]: [m, n].
 *
 * @throws ShapeError unless both are matrices whose inner sizes agree
 * @example
 * matmul(tensor([[1, 2]]), tensor([[3], [4]])).toArray(); // [[11]]
 */
export const matmul: Binary = binary({
  name: 'matmul',
  doc: 'The matrix product of [m, k] and [k, n].',
  maths: 'yᵢⱼ = Σₖ aᵢₖ bₖⱼ',
  forward: (a, b) => {
    requireMatrices(a, b);
    const [m, k, n] = [a.shape[0], a.shape[1], b.shape[1]];
    const y = emptyLike(a, [m, n]);
    kernels.matmul(a.data, b.data, y.data, m, k, n);
    return y;
  },
  vjp: [
    (dy, _y, _a, b) => matmul(dy, transpose(b, 0, 1)), // da = dy bᵀ
    (dy, _y, a) => matmul(transpose(a, 0, 1), dy), // db = aᵀ dy
  ],
  samples: (draw) => [
    [draw([2, 3]), draw([3, 4])],
    [draw([3, 3]), draw([3, 3])],
    [draw([1, 3]), draw([3, 1])],
  ],
});

function requireMatrices(x: Tensor, y: Tensor): void {
  const shapes = `x is ${show(x.shape)}, y is ${show(y.shape)}.`;
  if (x.rank !== 2 || y.rank !== 2) throw shapeError('matmul', `takes two matrices: ${shapes}`);
  if (x.dtype !== y.dtype) throw new TypeError(`matmul: dtypes differ: x is ${x.dtype}, y is ${y.dtype}.`);
  if (x.shape[1] !== y.shape[0]) throw shapeError('matmul', `inner sizes differ: ${shapes}`, adviceFor(x, y));
}

/** The transposed operand that would fit, if one does. */
function adviceFor(x: Tensor, y: Tensor): string | undefined {
  if (x.shape[1] === y.shape[1]) return `transpose(y, 0, 1) is ${show(swap(y.shape, 0, 1))} and would fit.`;
  if (x.shape[0] === y.shape[0]) return `transpose(x, 0, 1) is ${show(swap(x.shape, 0, 1))} and would fit.`;
  return undefined;
}
