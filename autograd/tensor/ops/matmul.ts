import * as kernels from '../../kernels/matmul.ts';
import { emptyLike } from '../create.ts';
import { show } from '../errors.ts';
import { recordBinary } from '../graph.ts';
import { innerSizesDiffer, notMatrices } from '../messages/shapes.ts';
import { dtypesDiffer } from '../messages/values.ts';
import { broadcastShapes, type Shape, sameShape, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { type Binary, composed, pairRule, requireTensor } from './op.ts';
import { squeeze, unsqueeze, withShape } from './reshape.ts';
import { expand } from './sum.ts';
import { swap, transpose } from './transpose.ts';

/**
 * The matrix product of `a` [m, k] and `b` [k, n]: [m, n].
 *
 * Axes in front are batches and broadcast, as in PyTorch: [5, 1, m, k] and [3, k, n] give [5, 3, m, n]. A vector [k]
 * is a row on the left and a column on the right, and its axis is dropped from the result.
 *
 * @throws ShapeError when the inner sizes differ, the batches do not broadcast, or an operand has rank 0
 * @example
 * matmul(tensor([[1, 2]]), tensor([[3], [4]])).toArray(); // [[11]]
 */
export const matmul: Binary = composed({
  name: 'matmul',
  doc: 'The matrix product of [m, k] and [k, n], for each of a batch.',
  maths: 'yᵢⱼ = Σₖ aᵢₖ bₖⱼ',
  forward: (a, b) => {
    requireFactors(a, b);
    if (a.rank === 2 && b.rank === 2) return product(a, b);
    if (a.rank === 1) return squeeze(matmul(unsqueeze(a, 0), b), b.rank === 1 ? 0 : -2);
    if (b.rank === 1) return squeeze(matmul(a, unsqueeze(b, 1)), -1);
    return b.rank === 2 ? rowsTimesMatrix(a, b) : batchProduct(a, b);
  },
  samples: (draw) => [
    [draw([2, 3]), draw([3, 4])],
    [draw([1, 3]), draw([3, 1])],
    [draw([3]), draw([3])],
    [draw([2, 3]), draw([3])],
    [draw([2, 2, 3]), draw([3, 4])],
    [draw([2, 1, 2, 3]), draw([3, 3, 2])],
    [draw([3]), draw([2, 3, 2])],
  ],
});

/** All rows of a batch meet the same matrix, so that one product does them all. */
function rowsTimesMatrix(a: Tensor, b: Tensor): Tensor {
  const k = a.shape[a.rank - 1];
  const lead = a.shape.slice(0, -1);
  return withShape(product(withShape(a, [sizeOf(lead), k]), b), [...lead, b.shape[1]]);
}

function batchProduct(a: Tensor, b: Tensor): Tensor {
  const batch = broadcastShapes('matmul', a.shape.slice(0, -2), b.shape.slice(0, -2));
  const y = product(stackOf(a, batch), stackOf(b, batch));
  return withShape(y, [...batch, ...y.shape.slice(1)]);
}

/** The matrices of x one after another, as many as the batch has: [count, m, n]. */
function stackOf(x: Tensor, batch: Shape): Tensor {
  const matrix = x.shape.slice(-2);
  const whole = [...batch, ...matrix];
  return withShape(sameShape(x.shape, whole) ? x : expand(x, whole), [sizeOf(batch), ...matrix]);
}

const rule = pairRule('matmul', [
  (dy, _y, _a, b) => product(dy, transpose(b, -2, -1)), // da = dy bᵀ
  (dy, _y, a) => product(transpose(a, -2, -1), dy), // db = aᵀ dy
]);

/** [m, k] and [k, n] give [m, n]; a stack of each, [count, m, k] and [count, k, n], gives a stack. */
function product(a: Tensor, b: Tensor): Tensor {
  const last = a.rank - 1;
  const [m, k, n] = [a.shape[last - 1], a.shape[last], b.shape[last]];
  const y = emptyLike(a, a.shape.with(last, n));
  kernels.matmul(last === 2 ? a.shape[0] : 1, m, k, n, a.storage, b.storage, y.storage);
  return recordBinary(rule, y, a, b);
}

function requireFactors(x: Tensor, y: Tensor): void {
  requireTensor('matmul', y);
  if (x.dtype !== y.dtype) throw dtypesDiffer('matmul', { x: x.dtype, y: y.dtype });
  if (x.rank > 0 && x.shape[x.rank - 1] === y.shape[y.rank > 1 ? y.rank - 2 : 0]) return;
  if (x.rank > 0 && y.rank > 0) throw innerSizesDiffer(x.shape, y.shape, adviceFor(x, y));
  throw notMatrices(x.shape, y.shape);
}

/** The transposed operand that would fit, if one does. */
function adviceFor(x: Tensor, y: Tensor): string | undefined {
  if (y.rank > 1 && x.shape[x.rank - 1] === y.shape[y.rank - 1]) return `transpose(y, ${fits(y)}`;
  if (x.rank > 1 && x.shape[x.rank - 2] === y.shape[Math.max(y.rank - 2, 0)])
    return `transpose(x, ${fits(x)}`;
  return undefined;
}

function fits(x: Tensor): string {
  const [a, b] = [x.rank - 2, x.rank - 1];
  return `${a}, ${b}) is ${show(swap(x.shape, a, b))} and would fit.`;
}
