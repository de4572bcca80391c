import type { DType } from '../tensor/tensor.ts';
import type { Estimate } from './numerical-derivative.ts';

export interface GradcheckResult {
  /** `inconclusive`: the numeric gradient is too uncertain, or too small, to judge by. */
  verdict: 'pass' | 'fail' | 'inconclusive';
  message: string;
  /** Which input differs; absent when it is the derivative along a direction through all of them. */
  input?: number;
  /** Which entry of it. */
  index?: number[];
  analytic?: number;
  numeric?: number;
  /** How far off `numeric` may be. */
  error?: number;
}

/** How exactly a dtype can be judged, relative to the largest slope of an input. */
export interface Precision {
  rounding: number;
  /** A numeric slope that is less certain than this is no evidence. */
  certain: number;
  tolerance: number;
}

export const PRECISION: Record<DType, Precision> = {
  float64: { rounding: 2 ** -52, certain: 1e-5, tolerance: 1e-6 },
  float32: { rounding: 2 ** -23, certain: 1e-2, tolerance: 1e-3 },
};

/** `scale` is the largest slope around: an entry is judged beside its neighbours. */
export function judge(
  analytic: number,
  { value, error }: Estimate,
  scale: number,
  { certain, tolerance }: Precision,
  where: string,
): GradcheckResult {
  const numbers = { analytic, numeric: value, error };
  const found = `${where}: backward gives ${analytic}, central differences give ${value} ± ${error.toExponential(1)}`;
  if (!(scale > 0 && error <= certain * scale))
    return { verdict: 'inconclusive', message: `too uncertain to judge: ${found}`, ...numbers };
  const allowed = 10 * error + tolerance * (Math.abs(value) + 1e-3 * scale);
  const agrees = Math.abs(analytic - value) <= allowed;
  return { verdict: agrees ? 'pass' : 'fail', message: found, ...numbers };
}

/** One failure fails; without any, one doubt leaves a doubt. */
export function conclude(results: readonly GradcheckResult[]): GradcheckResult {
  const found = (verdict: string) => results.find((result) => result.verdict === verdict);
  return (
    found('fail') ?? found('inconclusive') ?? { verdict: 'pass', message: `${results.length} slopes agree` }
  );
}
