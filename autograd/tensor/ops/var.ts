import type { Tensor } from '../tensor.ts';
import { div, mul, sub } from './arithmetic.ts';
import { mean } from './mean.ts';
import { composed, type Op } from './op.ts';
import { type Axes, sum } from './sum.ts';

/**
 * The variance along one axis, several, or all: unbiased, as in PyTorch.
 *
 * `correction` is taken off the number of elements: 1 unless stated, 0 for the mean squared deviation.
 *
 * @throws ShapeError for an axis that does not exist
 * @example
 * tensor([1, 2, 3, 4]).var(0, false, 0).item(); // 1.25
 */
const variance: Op<[x: Tensor, axis?: Axes, keepDims?: boolean, correction?: number]> = composed({
  name: 'var',
  doc: 'The unbiased variance along one axis, several, or all.',
  maths: 'y = 1/(n - 1) Σᵢ (xᵢ - x̄)²',
  forward: (x, axis, keepDims, correction = 1) => {
    const deviation = sub(x, mean(x, axis, true));
    const total = sum(mul(deviation, deviation), axis, keepDims);
    return div(total, Math.max(x.size / total.size - correction, 0));
  },
  samples: (draw) => [
    [draw([2, 3])],
    [draw([2, 3]), 1, true],
    [draw([2, 3, 4]), [0, -1]],
    [draw([4]), 0, false, 0],
  ],
});

// `var` itself is a word of the language
export { variance as var };
