/** A derivative and how far off it may be. */
export interface Estimate {
  value: number;
  error: number;
}

const LARGEST = 2 ** -3;
const HALVINGS = 14;
const GOOD_ENOUGH = 1e-11;

/**
 * f′(at) by central differences, extrapolated to a step of 0 (Ridders, 1982).
 *
 *     D(h) = (f(at + h) - f(at - h)) / 2h = f′ + c₂ h² + c₄ h⁴ + …
 *
 * Halving h and combining D(h) with D(h/2) removes one power of h² after another; the step with the least error
 * estimate wins. Where the slopes on the left and on the right differ, the error is at least their difference.
 *
 * @param precision the relative rounding error of f
 * @example
 * numericalDerivative((x) => x ** 3, 2).value.toFixed(9); // '12.000000000'
 */
export function numericalDerivative(f: (t: number) => number, at = 0, precision = 2 ** -52): Estimate {
  const scale = 2 ** Math.floor(Math.log2(Math.max(1, Math.abs(at))));
  const smooth = extrapolate(f, at, LARGEST * scale, precision);
  const jump = slopeJump(f, at, LARGEST * scale * 2 ** -11, precision);
  return { value: smooth.value, error: Math.max(smooth.error, jump) };
}

function extrapolate(f: (t: number) => number, at: number, largest: number, precision: number): Estimate {
  let best = { value: Number.NaN, error: Number.POSITIVE_INFINITY };
  let above: number[] = [];
  for (let k = 0; k < HALVINGS; k++) {
    const h = largest * 2 ** -k;
    const [right, left] = [f(at + h), f(at - h)];
    const rounding = roundingOf(right, left, h, precision);
    const row = [(right - left) / (2 * h)];
    for (let j = 1; j <= k; j++) {
      const value = row[j - 1] + (row[j - 1] - above[j - 1]) / (4 ** j - 1);
      const change = Math.max(Math.abs(value - row[j - 1]), Math.abs(value - above[j - 1]));
      if (change + rounding < best.error) best = { value, error: change + rounding };
      row.push(value);
    }
    if (k > 1 && best.error <= GOOD_ENOUGH * Math.abs(best.value)) break;
    above = row;
  }
  return best;
}

/**
 * |f′(at⁺) - f′(at⁻)|, or 0 where f is smooth as far as rounding lets us see.
 *
 * The second difference J(h) = (f(at + h) - 2 f(at) + f(at - h)) / h is h f″ + O(h³) where f is smooth, so 2 J(h) - J(2h)
 * shrinks with h³; at a kink it is the jump, whatever h.
 */
function slopeJump(f: (t: number) => number, at: number, h: number, precision: number): number {
  const middle = f(at);
  const [fine, coarse, coarsest] = [h, 2 * h, 4 * h].map(
    (step) => (f(at + step) - middle - (middle - f(at - step))) / step,
  );
  const jump = Math.abs(2 * fine - coarse);
  const stays = jump >= Math.abs(2 * coarse - coarsest) / 2;
  return stays && jump > 1000 * roundingOf(middle, middle, h, precision) ? jump : 0;
}

function roundingOf(a: number, b: number, h: number, precision: number): number {
  return (precision * Math.max(Math.abs(a), Math.abs(b))) / h;
}
