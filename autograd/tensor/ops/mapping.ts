import type { UnaryKernel } from '../../kernels/unary.ts';
import { emptyLike } from '../create.ts';
import type { Tensor } from '../tensor.ts';
import { type Row, type Unary, unary } from './op.ts';

interface MappingRow extends Row<[x: Tensor]> {
  kernel: UnaryKernel;
  vjp(dy: Tensor, y: Tensor, x: Tensor): Tensor;
}

/** An op that maps every element by itself. */
export function mapping({ kernel, ...row }: MappingRow): Unary {
  return unary({ ...row, forward: (x) => constant(kernel, x) });
}

/** A kernel's values outside the graph. */
export function constant(kernel: UnaryKernel, x: Tensor): Tensor {
  const y = emptyLike(x);
  kernel(x.data, y.data);
  return y;
}
