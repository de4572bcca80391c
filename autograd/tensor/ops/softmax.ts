import * as kernels from '../../kernels/softmax.ts';
import { emptyLike, zeros } from '../create.ts';
import { axesOf, axisOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { add, mul, sub } from './arithmetic.ts';
import { abs } from './bounds.ts';
import { lt } from './comparison.ts';
import { exp, log } from './exponential.ts';
import { max } from './max.ts';
import { composed, type Op, type Unary, unary } from './op.ts';
import { withShape } from './reshape.ts';
import { strideOf } from './rows.ts';
import { type Axes, keptShape, sum } from './sum.ts';
import { where } from './where.ts';

/**
 * `eˣ / Σ eˣ` along an axis, the last unless stated: positive, with the sum 1. Large numbers do not overflow.
 *
 * @throws ShapeError for an axis that does not exist
 * @example
 * softmax(tensor([0, 1000])).toArray(); // [0, 1]
 */
export const softmax: Unary<[axis?: number]> = unary({
  name: 'softmax',
  doc: 'The exponentials along an axis, divided by their sum.',
  maths: 'yᵢ = eˣⁱ / Σⱼ eˣʲ',
  forward: (x, axis) => along('softmax', kernels.softmax, x, axis),
  vjp: (dy, y, _x, axis = -1) => mul(y, sub(dy, total(mul(dy, y), axis))),
  samples: (draw) => [[draw([2, 3])], [draw([2, 3]), 0], [draw([2, 3, 4]), 1]],
});

/**
 * The logarithm of `softmax`, exact where the softmax itself would round to 0.
 *
 * @throws ShapeError for an axis that does not exist
 * @example
 * logSoftmax(tensor([0, 1000])).toArray(); // [-1000, 0]
 */
export const logSoftmax: Unary<[axis?: number]> = unary({
  name: 'logSoftmax',
  doc: 'The logarithm of the softmax along an axis.',
  maths: 'yᵢ = xᵢ - ln Σⱼ eˣʲ',
  forward: (x, axis) => along('logSoftmax', kernels.logSoftmax, x, axis),
  vjp: (dy, y, _x, axis = -1) => sub(dy, mul(exp(y), total(dy, axis))),
  samples: (draw) => [[draw([2, 3])], [draw([2, 3]), 0], [draw([2, 3, 4]), 1]],
});

/**
 * `ln Σ eˣ` along one axis, several, or all: a smooth maximum. Large numbers do not overflow; -Infinity over nothing.
 *
 * @throws ShapeError for an axis that does not exist
 * @example
 * logSumExp(tensor([1000, 0])).item(); // 1000
 */
export const logSumExp: Op<[x: Tensor, axis?: Axes, keepDims?: boolean]> = composed({
  name: 'logSumExp',
  doc: 'The logarithm of the sum of exponentials along one axis, several, or all.',
  maths: 'y = ln Σᵢ eˣⁱ',
  forward: (x, axis, keepDims) => {
    const top = finiteTop(x, axis);
    const y = log(sum(exp(sub(x, top)), axis, keepDims));
    return add(y, withShape(top, y.shape));
  },
  samples: (draw) => [[draw([2, 3])], [draw([2, 3]), 0], [draw([2, 3, 4]), [-1, 0], true]],
});

/** The largest elements as constants; 0 where they are infinite, since ∞ - ∞ is NaN. */
function finiteTop(x: Tensor, axis: Axes | undefined): Tensor {
  const axes = axesOf('logSumExp', axis, x.shape);
  if (x.size === 0) return zeros(keptShape('logSumExp', x.shape, axes), { dtype: x.dtype });
  const top = max(x.detach(), axes, true);
  return where(lt(abs(top), Number.POSITIVE_INFINITY), top, 0);
}

type LaneKernel = typeof kernels.softmax;

function along(name: string, kernel: LaneKernel, x: Tensor, axis = -1): Tensor {
  const a = axisOf(name, axis, x.shape);
  const y = emptyLike(x);
  kernel(x.storage, y.storage, x.shape[a], strideOf(x, a));
  return y;
}

function total(x: Tensor, axis: number): Tensor {
  return sum(x, axis, true);
}
