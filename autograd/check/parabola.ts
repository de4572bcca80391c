const PART = 1e-2;

/**
 * Whether f is not differentiable between at - eps and at + eps, as far as five points tell: they lie on no parabola, by
 * more than 1 % of how far they are apart (the rule of Chainer's gradient_check). Where f is not finite it is not.
 */
export function kinkWithin(f: (t: number) => number, at: number, eps: number): boolean {
  return leavesParabola([-1, -0.5, 0, 0.5, 1].map((part) => f(at + part * eps)));
}

/** For five values at equal distances, each off by `rounding` at most. */
export function leavesParabola(ys: readonly number[], rounding = roundingOf(ys)): boolean {
  const range = Math.max(...ys) - Math.min(...ys);
  return !(offParabola(ys) <= PART * range + 8 * rounding);
}

export function roundingOf(ys: readonly number[], ulp = 2 ** -52): number {
  return ulp * Math.max(...ys.map(Math.abs));
}

/** The distance of five values from the nearest parabola: their parts along the cubic and the quartic that are orthogonal to it. */
function offParabola([a, b, c, d, e]: readonly number[]): number {
  const cubic = (e - 2 * d + 2 * b - a) / Math.sqrt(10);
  const quartic = (a - 4 * b + 6 * c - 4 * d + e) / Math.sqrt(70);
  return Math.hypot(cubic, quartic);
}
