import { bendOf } from './bend.ts';
import { stepScale } from './line.ts';
import { PRECISION } from './precision.ts';
import { type Estimate, extrapolate } from './ridders.ts';

const { largest, bend } = PRECISION.float64;

/**
 * f′(at) by central differences, extrapolated to a step of 0 (Ridders, 1982). Where the slopes on the left and on the
 * right differ, the error is at least their difference.
 *
 * @param precision the relative rounding error of f
 * @example
 * numericalDerivative((x) => x ** 3, 2).value.toFixed(9); // '12.000000000'
 */
export function numericalDerivative(f: (t: number) => number, at = 0, precision = 2 ** -52): Estimate {
  const scale = stepScale(at);
  const middle = f(at);
  const smooth = extrapolate((h) => {
    const [right, left] = [f(at + h), f(at - h)];
    const rounding = (precision * Math.max(Math.abs(right), Math.abs(left))) / h;
    return { value: (right - left) / (2 * h), rounding };
  }, largest * scale);
  const second = (h: number) => f(at + h) - middle - (middle - f(at - h));
  const jump = bendOf(second, bend * scale, 10 * precision * Math.abs(middle));
  return { value: smooth.value, error: Math.max(smooth.error, jump) };
}
