import * as kernels from '../../kernels/comparison.ts';
import { broadcastSamples, comparison, type Operand } from './broadcast.ts';
import type { Binary } from './op.ts';

/**
 * 1 where `a > b`, else 0, elementwise, with broadcasting. Comparisons have no gradient.
 *
 * @throws ShapeError when the shapes do not broadcast
 * @example
 * gt(tensor([1, 2, 3]), 2).toArray(); // [0, 0, 1]
 */
export const gt: Binary<Operand> = comparison({
  name: 'gt',
  doc: '1 where a is greater than b, else 0.',
  maths: 'y = [a > b]',
  kernel: kernels.gt,
  samples: broadcastSamples(),
});

/**
 * 1 where `a ≥ b`, else 0; see `gt`.
 *
 * @example
 * ge(tensor([1, 2, 3]), 2).toArray(); // [0, 1, 1]
 */
export const ge: Binary<Operand> = comparison({
  name: 'ge',
  doc: '1 where a is greater than b or equal, else 0.',
  maths: 'y = [a ≥ b]',
  kernel: kernels.ge,
  samples: broadcastSamples(),
});

/**
 * 1 where `a < b`, else 0; see `gt`.
 *
 * @example
 * lt(tensor([1, 2, 3]), 2).toArray(); // [1, 0, 0]
 */
export const lt: Binary<Operand> = comparison({
  name: 'lt',
  doc: '1 where a is less than b, else 0.',
  maths: 'y = [a < b]',
  kernel: kernels.lt,
  samples: broadcastSamples(),
});

/**
 * 1 where `a ≤ b`, else 0; see `gt`.
 *
 * @example
 * le(tensor([1, 2, 3]), 2).toArray(); // [1, 1, 0]
 */
export const le: Binary<Operand> = comparison({
  name: 'le',
  doc: '1 where a is less than b or equal, else 0.',
  maths: 'y = [a ≤ b]',
  kernel: kernels.le,
  samples: broadcastSamples(),
});

/**
 * 1 where `a = b`, else 0; NaN equals nothing. See `gt`.
 *
 * @example
 * eq(tensor([1, 2, 3]), 2).toArray(); // [0, 1, 0]
 */
export const eq: Binary<Operand> = comparison({
  name: 'eq',
  doc: '1 where a equals b, else 0.',
  maths: 'y = [a = b]',
  kernel: kernels.eq,
  samples: broadcastSamples(),
});

/**
 * 1 where `a ≠ b`, else 0; see `gt`.
 *
 * @example
 * ne(tensor([1, 2, 3]), 2).toArray(); // [1, 0, 1]
 */
export const ne: Binary<Operand> = comparison({
  name: 'ne',
  doc: '1 where a differs from b, else 0.',
  maths: 'y = [a ≠ b]',
  kernel: kernels.ne,
  samples: broadcastSamples(),
});
