import * as kernels from '../../kernels/unary.ts';
import { mul, neg } from './arithmetic.ts';
import { mapping } from './mapping.ts';
import type { Unary } from './op.ts';

/**
 * The sine, elementwise, of angles in radians. Its slope is `cos x`.
 *
 * @example
 * sin(tensor([0, Math.PI / 2])).toArray(); // [0, 1]
 */
export const sin: Unary = mapping({
  name: 'sin',
  doc: 'The sine of every element, in radians.',
  maths: 'y = sin x',
  kernel: kernels.sin,
  vjp: (dy, _y, x) => mul(dy, cos(x)),
  samples: (draw) => [[draw([2, 3])]],
});

/**
 * The cosine, elementwise, of angles in radians. Its slope is `-sin x`.
 *
 * @example
 * cos(tensor([0])).toArray(); // [1]
 */
export const cos: Unary = mapping({
  name: 'cos',
  doc: 'The cosine of every element, in radians.',
  maths: 'y = cos x',
  kernel: kernels.cos,
  vjp: (dy, _y, x) => neg(mul(dy, sin(x))),
  samples: (draw) => [[draw([2, 3])]],
});
