import { seededRng } from '../tensor/random.ts';

const POINTS = 10;
/** Where they begin, in parts of `away`. */
const STATIONS = [-4, -1, 1, 4];
/** This many values are combined so that nothing is left of a polynomial of two degrees less. */
const WINDOW = 7;

const rng = seededRng(1);
/** At irregular distances: at equal ones, rounding to a grid may look like a straight line. */
const PLACES = Array.from({ length: POINTS }, (_, i) => i + 0.5 * rng());

/**
 * How far rounding throws f off near 0, from what is left of closely spaced values when all that is smooth is taken out:
 * their divided differences of high order (after Hamming; Moré and Wild, Estimating computational noise, 2011).
 *
 * It is measured at four stations around 0, and the second largest answer counts: at one there may be a kink, and where
 * f is flat rounding does not show.
 *
 * @param away how far from 0 the nearest two lie
 */
export function noiseOf(f: (t: number) => number, spacing: number, away: number): number {
  const found = STATIONS.map((station) =>
    roughness(PLACES.map((place) => f(station * away + Math.sign(station) * place * spacing))),
  );
  return found.sort((a, b) => b - a)[1];
}

/** The root of the mean square over all windows. */
function roughness(values: readonly number[]): number {
  const squares = COMBINATIONS.map((weights, i) => {
    const left = weights.reduce((sum, w, j) => sum + w * values[i + j], 0);
    return left * left;
  });
  return Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length);
}

/** The weights of divided differences, 1 / Πⱼ (xᵢ - xⱼ), of norm 1: independent errors keep their size. */
const COMBINATIONS = PLACES.slice(WINDOW - 1).map((_, start) => {
  const xs = PLACES.slice(start, start + WINDOW);
  const weights = xs.map((x, i) =>
    xs.reduce((product, other, j) => (i === j ? product : product / (x - other)), 1),
  );
  const norm = Math.hypot(...weights);
  return weights.map((w) => w / norm);
});
