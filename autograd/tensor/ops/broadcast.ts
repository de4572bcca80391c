import type { BinaryKernel, Step } from '../../kernels/binary.ts';
import { emptyLike, scalar } from '../create.ts';
import { recordBinary } from '../graph.ts';
import { dtypesDiffer } from '../messages/values.ts';
import { broadcastShapes, type Shape, sameShape } from '../shape.ts';
import { type DType, Tensor } from '../tensor.ts';
import { type Binary, type Draw, type Pair, pairRule, type Row, requireTensor, withRow } from './op.ts';
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
  const [da, db] = vjp;
  const rule = pairRule(name, [
    (dy, y, a, b) => sumTo(da(dy, y, a, b), a.shape),
    (dy, y, a, b) => sumTo(db(dy, y, a, b), b.shape),
  ]);
  return withRow(row, (left: Operand, right: Operand) => {
    const [a, b] = operands(name, left, right);
    return recordBinary(rule, apply(kernel, a, b, broadcastShapes(name, a.shape, b.shape)), a, b);
  });
}

/** An op that answers 1 or 0 for pairs of elements, and has no gradient. */
export function comparison({ kernel, ...row }: Omit<ElementwiseRow, 'vjp'>): Binary<Operand> {
  return withRow({ ...row, discrete: true }, (left: Operand, right: Operand) => {
    const [a, b] = operands(row.name, left, right);
    return apply(kernel, a, b, broadcastShapes(row.name, a.shape, b.shape));
  });
}

/** Both as tensors of one dtype. */
export function operands(name: string, left: Operand, right: Operand): [a: Tensor, b: Tensor] {
  const a = asTensor(left, right);
  const b = asTensor(right, left);
  requireTensor(name, a);
  requireTensor(name, b);
  requireSameDType(name, a, b);
  return [a, b];
}

function asTensor(x: Operand, other: Operand): Tensor {
  return typeof x === 'number' ? scalar(x, dtypeOf(other)) : x;
}

function dtypeOf(x: Operand): DType {
  return x instanceof Tensor ? x.dtype : 'float64';
}

/** The kernel's values outside the graph, for operands that broadcast to `shape`. */
export function apply(kernel: BinaryKernel, a: Tensor, b: Tensor, shape: Shape): Tensor {
  const y = emptyLike(a, shape);
  const p = walkable(a, shape);
  const q = walkable(b, shape);
  kernel(p.storage, stepOf(p), q.storage, stepOf(q), y.storage);
  return y;
}

/** Kernels walk along an operand or stay on its only element; anything between is written out. */
export function walkable(x: Tensor, shape: Shape): Tensor {
  return x.size === 1 || sameShape(x.shape, shape) ? x : expand(x.detach(), shape);
}

export function stepOf(x: Tensor): Step {
  return x.size === 1 ? 0 : 1;
}

function requireSameDType(name: string, a: Tensor, b: Tensor): void {
  if (a.dtype !== b.dtype) throw dtypesDiffer(name, { a: a.dtype, b: b.dtype });
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
