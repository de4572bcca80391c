import type { Rng } from '../tensor/random.ts';
import { stridesOf } from '../tensor/shape.ts';
import { alongDirection, alongEntry, stepScale } from './line.ts';
import type { Place } from './result.ts';
import { type Loss, type Slope, slopeAlong } from './slope.ts';
import type { Trial } from './trial.ts';

const MOST_ENTRIES = 64;

/** Two slopes that should be equal, and where. */
export interface Comparison {
  place: Place;
  analytic: number;
  slope: Slope;
  /** The size of what was added up to the analytic slope. */
  terms: number;
}

/** Every entry of an input, or a random choice where there are many. */
export function compareEntries(trial: Trial, loss: Loss, i: number): Comparison[] {
  const { f, inputs, places, options, gradients, rng } = trial;
  return chosen(inputs[i].size, options.entries ?? MOST_ENTRIES, rng).map((k) => {
    const analytic = gradients[i].storage[k];
    const slope = slopeAlong(alongEntry(f, inputs, i, k), loss);
    return { place: { input: places[i], index: indexOf(k, inputs[i].shape) }, analytic, slope, terms: 0 };
  });
}

/** Along a random line through all inputs: entries that were not chosen count too. */
export function compareDirection(trial: Trial, loss: Loss, u: readonly Float64Array[]): Comparison {
  const terms = trial.gradients.flatMap((g, i) => Array.from(g.storage, (value, k) => value * u[i][k]));
  return {
    place: { direction: u.map((part) => [...part]) },
    analytic: terms.reduce((a, b) => a + b, 0),
    slope: slopeAlong(alongDirection(trial.f, trial.inputs, u), loss),
    terms: terms.reduce((a, b) => a + Math.abs(b), 0),
  };
}

/** Of either sign, in proportion to the entries that it moves. */
export function randomDirection({ inputs, rng }: Trial): Float64Array[] {
  return inputs.map(({ storage }) =>
    Float64Array.from(storage, (x) => (rng() < 0.5 ? -1 : 1) * (0.25 + 0.75 * rng()) * stepScale(x)),
  );
}

/** All numbers below `size`, or `most` random ones in order. */
function chosen(size: number, most: number, rng: Rng): number[] {
  const all = Array.from({ length: size }, (_, k) => k);
  if (size <= most) return all;
  const drawn = all.map((k) => [rng(), k]).sort(([a], [b]) => a - b);
  return drawn
    .slice(0, most)
    .map(([, k]) => k)
    .sort((a, b) => a - b);
}

export function indexOf(k: number, shape: readonly number[]): number[] {
  return stridesOf(shape).map((stride, axis) => Math.floor(k / stride) % shape[axis]);
}
