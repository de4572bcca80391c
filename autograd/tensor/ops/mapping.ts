import type { UnaryKernel } from '../../kernels/unary.ts';
import { emptyLike } from '../create.ts';
import { recordUnary } from '../graph.ts';
import type { Rule } from '../node.ts';
import type { Tensor } from '../tensor.ts';
import { type Row, requireTensor, type Unary, withRow } from './op.ts';

interface MappingRow extends Row<[x: Tensor]> {
  kernel: UnaryKernel;
  vjp(dy: Tensor, y: Tensor, x: Tensor): Tensor;
}

/** An op that maps every element by itself. */
export function mapping(row: MappingRow): Unary {
  const { name, kernel, vjp } = row;
  const rule: Rule = { name, pullBack: (dy, { y, a }, give) => give(a!, vjp(dy, y, a!)) };
  return withRow(row, (x: Tensor) => {
    requireTensor(name, x);
    return recordUnary(rule, constant(kernel, x), x);
  });
}

/** A kernel's values outside the graph. */
export function constant(kernel: UnaryKernel, x: Tensor): Tensor {
  const y = emptyLike(x);
  kernel(x.storage, y.storage);
  return y;
}
