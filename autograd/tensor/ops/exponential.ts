import * as binary from '../../kernels/binary.ts';
import * as kernels from '../../kernels/unary.ts';
import { add, div, mul, sub } from './arithmetic.ts';
import { broadcastSamples, elementwise, type Operand } from './broadcast.ts';
import { constant, mapping } from './mapping.ts';
import type { Binary, Unary } from './op.ts';

/**
 * `eˣ`, elementwise.
 *
 * @example
 * exp(tensor([0, 1])).toArray(); // [1, 2.718281828459045]
 */
export const exp: Unary = mapping({
  name: 'exp',
  doc: 'e to the power of every element.',
  maths: 'y = eˣ',
  kernel: kernels.exp,
  vjp: (dy, y) => mul(dy, y),
  samples: (draw) => [[draw([2, 3])]],
});

/**
 * The natural logarithm, elementwise; -Infinity at 0, NaN below.
 *
 * @example
 * log(tensor([1, 0])).toArray(); // [0, Number.NEGATIVE_INFINITY]
 */
export const log: Unary = mapping({
  name: 'log',
  doc: 'The natural logarithm of every element.',
  maths: 'y = ln x',
  kernel: kernels.log,
  vjp: (dy, _y, x) => div(dy, x),
  samples: (draw) => [[draw([2, 3], 0.5, 2)]],
});

/**
 * The square root, elementwise; its slope is infinite at 0.
 *
 * @example
 * sqrt(tensor([4, 9])).toArray(); // [2, 3]
 */
export const sqrt: Unary = mapping({
  name: 'sqrt',
  doc: 'The square root of every element.',
  maths: 'y = √x',
  kernel: kernels.sqrt,
  vjp: (dy, y) => div(dy, mul(y, 2)),
  samples: (draw) => [[draw([2, 3], 0.5, 2)]],
});

/**
 * `a` to the power of `b`, elementwise, with broadcasting.
 *
 * The slopes at 0 are those of the polynomials: 0 for `b = 0`, 1 for `b = 1`.
 *
 * @throws ShapeError when the shapes do not broadcast
 * @example
 * pow(tensor([1, 2, 3]), 2).toArray(); // [1, 4, 9]
 */
export const pow: Binary<Operand> = elementwise({
  name: 'pow',
  doc: 'One tensor to the power of another, elementwise.',
  maths: 'y = aᵇ',
  kernel: binary.pow,
  vjp: [
    // where b is 0 the slope is b·a⁰ = 0 instead of 0·a⁻¹, which is NaN at a = 0
    (dy, _y, a, b) => mul(dy, mul(b, pow(a, add(sub(b, 1), constant(kernels.isZero, b))))),
    // where a is 0 the slope is 0·ln 1 = 0 instead of 0·ln 0
    (dy, y, a) => mul(dy, mul(y, log(add(a, constant(kernels.isZero, a))))),
  ],
  samples: broadcastSamples(0.5, 2),
});
