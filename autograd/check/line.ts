import { shapeError, show } from '../tensor/errors.ts';
import { sameShape } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';
import { type Differentiable, run } from './run.ts';

/** The results at x + t u, and the t that is left of the one asked for when x + t u is rounded. */
export interface Sample {
  t: number;
  outputs: readonly Tensor[];
}

/** f along a line through x. */
export interface Line {
  at(t: number): Sample;
  /** Steps along it are in proportion to this. */
  scale: number;
}

/** Entry `k` of input `i` moves. */
export function alongEntry(f: Differentiable, xs: readonly Tensor[], i: number, k: number): Line {
  return {
    scale: stepScale(xs[i].storage[k]),
    at(t) {
      const data = xs[i].storage.slice();
      const before = data[k];
      data[k] = before + t;
      const moved = xs.map((x, j) => (j === i ? new Tensor(data, x.shape) : x));
      return { t: data[k] - before, outputs: run(f, moved).outputs };
    },
  };
}

/** All inputs move, each entry by its part of `u`. */
export function alongDirection(f: Differentiable, xs: readonly Tensor[], u: readonly Float64Array[]): Line {
  return {
    scale: 1,
    at(t) {
      const moved = xs.map(
        (x, i) =>
          new Tensor(
            x.storage.map((value, k) => value + t * u[i][k]),
            x.shape,
          ),
      );
      return { t, outputs: run(f, moved).outputs };
    },
  };
}

/** Steps are in proportion to the size of what is moved, by a power of two, and not below that for 1. */
export function stepScale(at: number): number {
  return 2 ** Math.floor(Math.log2(Math.max(1, Math.abs(at))));
}

/** @throws ShapeError when f gives results of other shapes than at x */
export function requireSameForm(here: readonly Tensor[], there: readonly Tensor[]): void {
  if (here.length === there.length && here.every((y, k) => sameShape(y.shape, there[k].shape))) return;
  const shapes = (ys: readonly Tensor[]) => ys.map((y) => show(y.shape)).join(', ') || 'nothing';
  throw shapeError(
    'gradcheck',
    `the result is ${shapes(here)} at the inputs, and ${shapes(there)} close to them.`,
    'A function whose shape depends on the values has no derivative.',
  );
}
