import { alongDirection } from './line.ts';
import { noiseOf } from './noise.ts';
import { change, type Loss } from './slope.ts';
import { precisionOf, type Trial } from './trial.ts';

/** L, with the rounding that is seen along a line, and at least that of its terms. */
export function lossOf(trial: Trial, direction: readonly Float64Array[]): Loss {
  const { f, inputs, outputs, cotangents } = trial;
  const precision = precisionOf(trial);
  const line = alongDirection(f, inputs, direction);
  const along = (t: number) => change(cotangents, outputs, line.at(t).outputs).by;
  const [seen, least] = [
    noiseOf(along, precision.spacing, precision.away),
    0.25 * precision.ulp * termsOf(trial),
  ];
  return { outputs, cotangents, precision, noise: seen > least ? seen : least };
}

/** √Σ (c y)² */
export function termsOf({ outputs, cotangents }: Pick<Loss, 'outputs' | 'cotangents'>): number {
  let squares = 0;
  outputs.forEach(({ storage: y }, k) => {
    const c = cotangents[k].storage;
    for (let o = 0; o < y.length; o++) squares += (c[o] * y[o]) ** 2;
  });
  return Math.sqrt(squares);
}
