import type { BinaryKernel, Step } from '../../kernels/binary.ts';
import { emptyLike, full } from '../create.ts';
import { record } from '../graph.ts';
import { broadcastShapes, type Shape, sameShape } from '../shape.ts';
import { type DType, Tensor } from '../tensor.ts';
import { type Binary, type Draw, type Pair, type Row, requireTensor, withRow } from './op.ts';
import { expand, sumTo } from './sum.ts';

/** A number stands for a tensor of rank 0 with the dtype of the other operand. */
export type Operand = Tensor | number;

interface ElementwiseRow extends Row<[a: Operand, b: Operand]> {
  kernel: BinaryKernel;
  /** For operands of one shape; what was broadcast is summed again by the engine. */
  vjp: Pair;
}

/** An op on pairs of elements, with operands broadcast as in NumPy. */
export function elementwise(row: ElementwiseRow): Binary<Operand> {
  const { name, kernel, vjp } = row;
  return withRow(row, (left: Operand, right: Operand) => {
    const a = asTensor(left, right);
    const b = asTensor(right, left);
    requireTensor(name, a);
    requireTensor(name, b);
    requireSameDType(name, a, b);
    const y = apply(kernel, a, b, broadcastShapes(name, a.shape, b.shape));
    return record(y, [a, b], (dy, i) => sumTo(vjp[i](dy, y, a, b), (i === 0 ? a : b).shape));
  });
}

function asTensor(x: Operand, other: Operand): Tensor {
  return typeof x === 'number' ? full([], x, { dtype: dtypeOf(other) }) : x;
}

function dtypeOf(x: Operand): DType {
  return x instanceof Tensor ? x.dtype : 'float64';
}

function apply(kernel: BinaryKernel, a: Tensor, b: Tensor, shape: Shape): Tensor {
  const y = emptyLike(a, shape);
  const p = walkable(a, shape);
  const q = walkable(b, shape);
  kernel(p.data, stepOf(p), q.data, stepOf(q), y.data);
  return y;
}

/** Kernels walk along an operand or stay on its only element; anything between is written out. */
function walkable(x: Tensor, shape: Shape): Tensor {
  return x.size === 1 || sameShape(x.shape, shape) ? x : expand(x.detach(), shape);
}

function stepOf(x: Tensor): Step {
  return x.size === 1 ? 0 : 1;
}

function requireSameDType(name: string, a: Tensor, b: Tensor): void {
  if (a.dtype === b.dtype) return;
  throw new TypeError(
    `${name}: dtypes differ: a is ${a.dtype}, b is ${b.dtype}.\n  Create both with the same { dtype }.`,
  );
}

/** Pairs of shapes that broadcast in every way: not at all, from rank 0, along a new axis and along one of size 1. */
export const broadcastSamples =
  (low?: number, high?: number) =>
  (draw: Draw): [Operand, Operand][] => [
    [draw([2, 3], low, high), draw([2, 3], low, high)],
    [draw([], low, high), draw([2, 3], low, high)],
    [draw([2, 1], low, high), draw([3], low, high)],
    [draw([4], low, high), 1.5],
  ];
