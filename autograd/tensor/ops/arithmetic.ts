import * as kernels from '../../kernels/binary.ts';
import * as unaryKernels from '../../kernels/unary.ts';
import { broadcastSamples, elementwise, type Operand } from './broadcast.ts';
import { mapping } from './mapping.ts';
import type { Binary, Unary } from './op.ts';

/**
 * `a + b`, elementwise, with broadcasting.
 *
 * @throws ShapeError when the shapes do not broadcast
 * @example
 * add(tensor([[1], [2]]), tensor([10, 20])).toArray(); // [[11, 21], [12, 22]]
 */
export const add: Binary<Operand> = elementwise({
  name: 'add',
  doc: 'Sum of two tensors, elementwise.',
  maths: 'y = a + b',
  kernel: kernels.add,
  vjp: [(dy) => dy, (dy) => dy],
  samples: broadcastSamples(),
});

/**
 * `a - b`, elementwise, with broadcasting.
 *
 * @throws ShapeError when the shapes do not broadcast
 * @example
 * sub(tensor([5, 7]), 2).toArray(); // [3, 5]
 */
export const sub: Binary<Operand> = elementwise({
  name: 'sub',
  doc: 'Difference of two tensors, elementwise.',
  maths: 'y = a - b',
  kernel: kernels.sub,
  vjp: [(dy) => dy, (dy) => neg(dy)],
  samples: broadcastSamples(),
});

/**
 * `a * b`, elementwise, with broadcasting (`matmul` is the matrix product).
 *
 * @throws ShapeError when the shapes do not broadcast
 * @example
 * mul(tensor([1, 2, 3]), 2).toArray(); // [2, 4, 6]
 */
export const mul: Binary<Operand> = elementwise({
  name: 'mul',
  doc: 'Product of two tensors, elementwise.',
  maths: 'y = a b',
  kernel: kernels.mul,
  vjp: [(dy, _y, _a, b) => mul(dy, b), (dy, _y, a) => mul(dy, a)],
  samples: broadcastSamples(),
});

/**
 * `a / b`, elementwise, with broadcasting.
 *
 * @throws ShapeError when the shapes do not broadcast
 * @example
 * div(tensor([1, 3]), 2).toArray(); // [0.5, 1.5]
 */
export const div: Binary<Operand> = elementwise({
  name: 'div',
  doc: 'Quotient of two tensors, elementwise.',
  maths: 'y = a / b',
  kernel: kernels.div,
  vjp: [(dy, _y, _a, b) => div(dy, b), (dy, y, _a, b) => neg(div(mul(dy, y), b))],
  samples: broadcastSamples(0.5, 2),
});

/**
 * `-x`, elementwise.
 *
 * @example
 * neg(tensor([1, -2])).toArray(); // [-1, 2]
 */
export const neg: Unary = mapping({
  name: 'neg',
  doc: 'Every element with the other sign.',
  maths: 'y = -x',
  kernel: unaryKernels.neg,
  vjp: (dy) => neg(dy),
  samples: (draw) => [[draw([2, 3])]],
});
