import type { Tensor } from '../tensor/tensor.ts';
import { bendOf } from './bend.ts';
import { type Line, requireSameForm, type Sample } from './line.ts';
import type { Precision } from './precision.ts';
import { type Extrapolated, extrapolate } from './ridders.ts';

/** The slope of L = Σₖ ⟨cₖ, yₖ⟩ along a line. */
export interface Slope extends Extrapolated {
  /** L has a corner here, or jumps, as far as can be told. */
  kink: boolean;
}

/** What the slopes of one check have in common. */
export interface Loss {
  cotangents: readonly Tensor[];
  /** The results at the point itself. */
  outputs: readonly Tensor[];
  /** How far rounding throws L off. */
  noise: number;
  precision: Precision;
}

export function slopeAlong(line: Line, loss: Loss): Slope {
  const { largest, bend } = loss.precision;
  const smooth = extrapolate((h) => quotient(line.at(h), line.at(-h), loss), largest * line.scale);
  const jump = bendOf((h) => secondDifference(line, h, loss), bend * line.scale, loss.noise);
  const kink = jump > 0 || smooth.error > 30 * smooth.rounding;
  return { ...smooth, error: Math.max(smooth.error, jump), kink };
}

/**
 * The difference is taken before the sum, so that results which do not change add no rounding. Both sides may be off by
 * twice the noise, which is a deviation and no bound.
 */
function quotient(right: Sample, left: Sample, loss: Loss) {
  requireSameForm(loss.outputs, right.outputs);
  requireSameForm(loss.outputs, left.outputs);
  const width = right.t - left.t;
  const moved = change(loss.cotangents, left.outputs, right.outputs);
  const rounding = Math.max(loss.noise, loss.precision.ulp * moved.size);
  return { value: moved.by / width, rounding: (4 * rounding) / width };
}

function secondDifference(line: Line, h: number, { cotangents, outputs }: Loss): number {
  const [right, left] = [line.at(h), line.at(-h)];
  return change(cotangents, outputs, right.outputs).by - change(cotangents, left.outputs, outputs).by;
}

/** By how much L changes, and the size Σ |c y| of those terms that do. */
export function change(
  cotangents: readonly Tensor[],
  from: readonly Tensor[],
  to: readonly Tensor[],
): { by: number; size: number } {
  const total = { by: 0, size: 0 };
  cotangents.forEach(({ storage: c }, k) => {
    const [a, b] = [from[k].storage, to[k].storage];
    for (let o = 0; o < c.length; o++) {
      if (a[o] === b[o]) continue;
      total.by += c[o] * (b[o] - a[o]);
      total.size += Math.abs(c[o]) * Math.max(Math.abs(a[o]), Math.abs(b[o]));
    }
  });
  return total;
}
