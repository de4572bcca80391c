/** f(h) - 2 f(0) + f(-h) */
type SecondDifference = (h: number) => number;

/**
 * |f′(0⁺) - f′(0⁻)|, or 0 where f is smooth as far as rounding lets us see.
 *
 * The second difference J(h) = (f(h) - 2 f(0) + f(-h)) / h is h f″ + O(h³) where f is smooth, so 2 J(h) - J(2h)
 * shrinks with h³; at a kink it is the jump of the slope, whatever h, and where f itself jumps it grows.
 *
 * @param rounding how far off f may be
 */
export function bendOf(second: SecondDifference, h: number, rounding: number): number {
  const [fine, coarse, coarsest] = [h, 2 * h, 4 * h].map((step) => second(step) / step);
  const bend = Math.abs(2 * fine - coarse);
  const stays = bend >= Math.abs(2 * coarse - coarsest) / 2;
  return stays && bend > (300 * rounding) / h ? bend : 0;
}
