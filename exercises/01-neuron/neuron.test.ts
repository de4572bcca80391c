// Generated from the course. Your work goes into the file beside this one; run this with `npx vitest`.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tensor } from '#autograd';
import { drive } from './driver.ts';
import * as submission from './neuron.ts';

const student = drive(submission);
type Student = typeof student;

/** Eighths: their products and sums are exact in any order, so a threshold is passed or it is not. */
const eighth = fc.integer({ min: -16, max: 16 }).map((n) => n / 8);

const eighths = (length: number) => fc.array(eighth, { minLength: length, maxLength: length });

const more = fc.integer({ min: 1, max: 16 }).map((n) => n / 8);

type Sum = [x: number[], w: number[], b: number];

const sumOf = (inputs: number, weights: number): fc.Arbitrary<Sum> =>
  fc.tuple(eighths(inputs), eighths(weights), eighth);

const sums = fc.integer({ min: 1, max: 5 }).chain((n) => sumOf(n, n));

describe('A neuron', () => {
  test('worked examples', () => {
    example([
      { call: 'weightedSum', with: [[3, 2], [0.5, -1], 1], gives: 0.5 },
      { call: 'weightedSum', with: [[1, -2, 4], [0.5, 0.25, 2], -3], gives: 5 },
      { call: 'neuron', with: [[3, 2], [0.5, -1], 1, 'square'], gives: 0.25 },
      { call: 'neuron', with: [[3, 2], [0.5, -1], 1, 'threshold'], gives: 1 },
      { call: 'neuron', with: [[3, 2], [0.5, -1], 0, 'threshold'], gives: 0 },
    ]);
  });

  test('a larger bias makes the sum larger by as much', () => {
    metamorphic(fc.tuple(sums, more), ({ weightedSum }, [x, w, b], c) => [
      weightedSum(x, w, b + c),
      weightedSum(x, w, b) + c,
    ]);
  });

  test('with f(z) = 1 − 2z a neuron puts out 1 − 2z', () => {
    metamorphic(fc.tuple(sums), ({ weightedSum, neuron }, [x, w, b]) => [
      neuron(x, w, b, 'falling'),
      1 - 2 * weightedSum(x, w, b),
    ]);
  });
});

/** Worked examples: what a call gives. */
function example(cases: { call: keyof Student; with: unknown[]; gives: unknown }[]): void {
  for (const { call, with: args, gives } of cases) {
    expectClose((student[call] as (...args: unknown[]) => unknown)(...args), gives);
  }
}

/** Two values that are the same for every input. */
function metamorphic<Inputs extends unknown[]>(
  given: fc.Arbitrary<Inputs>,
  same: (student: Student, ...inputs: Inputs) => [unknown, unknown],
): void {
  fc.assert(fc.property(given, (inputs) => expectClose(...same(student, ...inputs))));
}

/** Equal in structure, and each number within the tolerance. */
function expectClose(got: unknown, expected: unknown, relative = 1e-7): void {
  const [a, b] = [flatten(got), flatten(expected)];
  const close =
    a.length === b.length &&
    a.every(
      (x, i) => x === b[i] || Math.abs(Number(x) - Number(b[i])) <= 1e-9 + relative * Math.abs(Number(b[i])),
    );
  if (!close) expect(got).toEqual(expected);
}

/** The numbers of a value, each list and tensor preceded by its size, each member of an object by its name. */
function flatten(value: unknown): unknown[] {
  if (value instanceof Tensor) return ['tensor', ...value.shape, ...value.data];
  if (Array.isArray(value)) return [value.length, ...value.flatMap(flatten)];
  if (typeof value !== 'object' || value === null) return [value];
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return members.flatMap(([name, item]) => [name, ...flatten(item)]);
}
