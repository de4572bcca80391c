import * as kernels from '../../kernels/unary.ts';
import { tensor } from '../create.ts';
import { mul, sub } from './arithmetic.ts';
import { constant, mapping } from './mapping.ts';
import type { Unary } from './op.ts';

/**
 * The hyperbolic tangent, elementwise, between -1 and 1. Its slope is `1 - y²`.
 *
 * @example
 * tensor([0, 1]).tanh().toArray(); // [0, 0.7615941559557649]
 */
export const tanh: Unary = mapping({
  name: 'tanh',
  doc: 'The hyperbolic tangent of every element.',
  maths: 'y = tanh x',
  kernel: kernels.tanh,
  vjp: (dy, y) => mul(dy, sub(1, mul(y, y))),
  samples: (draw) => [[draw([2, 3])]],
});

/**
 * The logistic function `1 / (1 + e⁻ˣ)`, elementwise, between 0 and 1. Its slope is `y (1 - y)`.
 *
 * @example
 * sigmoid(tensor([0, -1000])).toArray(); // [0.5, 0]
 */
export const sigmoid: Unary = mapping({
  name: 'sigmoid',
  doc: 'The logistic function of every element.',
  maths: 'y = 1 / (1 + e⁻ˣ)',
  kernel: kernels.sigmoid,
  vjp: (dy, y) => mul(dy, mul(y, sub(1, y))),
  samples: (draw) => [[draw([2, 3])]],
});

/**
 * `max(x, 0)`, elementwise. Its slope is 1 where x is positive, and 0 at 0.
 *
 * @example
 * relu(tensor([-1, 2])).toArray(); // [0, 2]
 */
export const relu: Unary = mapping({
  name: 'relu',
  doc: 'Every element, or 0 where it is negative.',
  maths: 'y = max(x, 0)',
  kernel: kernels.relu,
  vjp: (dy, _y, x) => mul(dy, constant(kernels.isPositive, x)),
  samples: (draw) => [[mul(draw([2, 3], 0.5, 2), tensor([1, -1, 1]))]],
});
