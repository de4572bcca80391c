import { Tensor } from '#autograd';
import { mapTensors, numericalDerivative, tensorsIn } from '#autograd/check';
import type { Plain } from '../model/plain.ts';
import type { VjpInput } from '../model/subject.ts';
import { DEFAULT_TOLERANCE, indexIn, isClose } from './compare.ts';
import type { GradientRow } from './finding.ts';
import { seeded } from './seed.ts';
import { showNumber } from './show.ts';

const MAX_ROWS = 6;
/** Below this a slope along a random direction says nothing. */
const TOO_SMALL = 1e-6;

/** Central differences of a function's result, contracted with cotangents, along lines through its arguments. */
export class Slopes {
  private readonly solve: (args: Plain[]) => Plain;
  private readonly asked: VjpInput;

  constructor(solve: (args: Plain[]) => Plain, asked: VjpInput) {
    this.solve = solve;
    this.asked = asked;
  }

  /** Whether gradients and differences agree along a random direction, and say anything at all. */
  confirm(gradients: Tensor[], seed: number): boolean {
    const random = seeded(seed + 1);
    const directions = gradients.map(({ data }) => Float64Array.from(data, () => 2 * random() - 1));
    const analytic = sum(gradients.map(({ data }, k) => dot(data, directions[k]!)));
    const { value, error } = this.along(directions);
    return (
      Math.abs(analytic) > TOO_SMALL &&
      isClose(analytic, value, { absolute: 1e-9 + 10 * error, relative: 1e-6 })
    );
  }

  /** The entries that differ, the student's beside the numeric ones. */
  rows(yours: Tensor[], expected: Tensor[]): GradientRow[] {
    const names = nameTensors(this.asked.args);
    const different = expected.flatMap(({ data, shape }, k) =>
      Array.from(data, (truth, i) => ({
        k,
        i,
        truth,
        your: yours[k]?.data[i] ?? Number.NaN,
        place: indexIn(shape, i),
      })),
    );
    return different
      .filter(({ your, truth }) => !isClose(your, truth, DEFAULT_TOLERANCE))
      .slice(0, MAX_ROWS)
      .map(({ k, i, truth, your, place }) => {
        const numeric = this.along(expected.map(({ data }, j) => unit(data.length, j === k ? i : -1))).value;
        const relativeError = Math.abs(your - truth) / Math.abs(truth);
        return {
          entry: `${names[k]}${place}`,
          yours: showNumber(your),
          numeric: showNumber(numeric),
          ...(Number.isFinite(relativeError) && { relativeError }),
        };
      });
  }

  private along(directions: Float64Array[]): { value: number; error: number } {
    return numericalDerivative((t) => {
      let k = 0;
      const moved = mapTensors(this.asked.args, ({ data, shape }) => {
        const direction = directions[k++]!;
        return new Tensor(
          Float64Array.from(data, (x, i) => x + t * direction[i]!),
          [...shape],
        );
      });
      const results = tensorsIn(this.solve(moved as Plain[]));
      return sum(results.map(({ data }, j) => dot(data, (this.asked.cotangents[j] as Tensor).data)));
    }, 0);
  }
}

/** Paths such as `x`, or `p.Whh` for tensors inside an argument, in the order of `tensorsIn`. */
function nameTensors(value: Plain, path = ''): string[] {
  if (value instanceof Tensor) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    nameTensors(item, path === '' ? `argument ${Number(key) + 1}` : `${path}.${key}`),
  );
}

function unit(length: number, place: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => (i === place ? 1 : 0));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return sum(Array.from(a, (x, i) => x * b[i]!));
}

function sum(terms: number[]): number {
  return terms.reduce((total, term) => total + term, 0);
}
