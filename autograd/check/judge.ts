import type { Precision } from './precision.ts';
import type { Reason } from './result.ts';
import type { Slope } from './slope.ts';

export type Judgement = 'pass' | { verdict: 'fail' | 'inconclusive'; reason: Reason };

/** What an entry is judged beside. */
export interface Context {
  /** The largest slope around. */
  scale: number;
  precision: Precision;
  /** What remains when a slope is lost in rounding. */
  lost: 'float32' | 'too small to judge';
  /** How far apart two runs may be. */
  nondetTol: number;
}

/**
 * |a - n| ≤ 10 error + tolerance |n|, if the error is small enough beside n to be evidence.
 *
 * At a kink nothing is right or wrong. Where rounding hides the slope, a gradient far outside of the error still is wrong.
 */
export function judge(analytic: number, slope: Slope, context: Context): Judgement {
  const { precision, scale, nondetTol } = context;
  if (!Number.isFinite(slope.error)) return { verdict: 'inconclusive', reason: 'not finite' };
  const certain =
    scale > 0 && slope.error <= precision.certain * Math.abs(slope.value) + precision.floor * scale;
  if (!certain && slope.kink) return { verdict: 'inconclusive', reason: 'kink' };
  if (!Number.isFinite(analytic)) return { verdict: 'fail', reason: 'not finite' };
  const allowed =
    10 * slope.error + precision.tolerance * Math.abs(slope.value) + precision.negligible * scale + nondetTol;
  if (Math.abs(analytic - slope.value) > allowed) return { verdict: 'fail', reason: 'wrong' };
  return certain ? 'pass' : { verdict: 'inconclusive', reason: context.lost };
}
