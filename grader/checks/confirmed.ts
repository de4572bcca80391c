import type { Estimate } from '#autograd/check';

/** A slope that is less certain than this, beside the largest one, lies near a kink or a jump. */
const CERTAIN = 1e-5;
const AGREES = 1e-6;
/** Below this the absolute part of the tolerance hides a relative error of 1e-5. */
const TOO_SMALL = 1e-4;

/**
 * Whether the solution's slopes can be judged by: central differences are sure of them, say the same, and are large
 * enough that a wrong slope would show.
 */
export function confirmed(slopes: readonly Estimate[], truth: readonly number[]): boolean {
  if (slopes.length !== truth.length)
    throw new Error(`the solution gives ${truth.length} slopes at a point of ${slopes.length} numbers`);
  const scale = Math.max(...slopes.map(({ value }) => Math.abs(value)));
  const allowed = ({ value, error }: Estimate) => 10 * error + AGREES * (Math.abs(value) + 1e-3 * scale);
  return (
    scale > TOO_SMALL &&
    slopes.every(({ error }) => error <= CERTAIN * scale) &&
    slopes.every((slope, i) => Math.abs(truth[i]! - slope.value) <= allowed(slope))
  );
}
