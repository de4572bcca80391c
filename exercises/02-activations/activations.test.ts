// Generated from the course. Your work goes into the file beside this one; run this with `npx vitest`.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tensor } from '#autograd';
import * as student from './activations.ts';

type Student = typeof student;

/** Thousandths, so that a counterexample is easy to read. */
const moderate = fc.integer({ min: -6000, max: 6000 }).map((n) => n / 1000);

const scores = fc.array(moderate, { minLength: 1, maxLength: 6 });

describe('Activations and their slopes', () => {
  test('worked examples', () => {
    example([
      { call: 'sigmoid', with: [0], gives: 0.5 },
      { call: 'sigmoid', with: [2], gives: 0.8807970779778823 },
      { call: 'tanh', with: [0.5], gives: 0.46211715726000974 },
      { call: 'relu', with: [-3], gives: 0 },
      { call: 'relu', with: [1.5], gives: 1.5 },
      { call: 'softmax', with: [[0, 0]], gives: [0.5, 0.5] },
      {
        call: 'softmax',
        with: [[1, 2, 3]],
        gives: [0.09003057317038046, 0.24472847105479764, 0.6652409557748218],
      },
      { call: 'sigmoidSlope', with: [0.5], gives: 0.25 },
      { call: 'tanhSlope', with: [0.5], gives: 0.75 },
      { call: 'reluSlope', with: [2], gives: 1 },
    ]);
  });

  test('σ(−z) = 1 − σ(z)', () => {
    metamorphic(fc.tuple(moderate), ({ sigmoid }, z) => [sigmoid(-z), 1 - sigmoid(z)]);
  });

  test('softmax gives positive numbers that sum to 1', () => {
    property(fc.tuple(scores), ({ softmax }, z) => {
      const p = softmax(z);
      const total = p.reduce((sum, x) => sum + x, 0);
      return p.length === z.length && p.every((x) => x > 0) && Math.abs(total - 1) < 1e-9;
    });
  });
});

/** Worked examples: what a call gives. */
function example(cases: { call: keyof Student; with: unknown[]; gives: unknown }[]): void {
  for (const { call, with: args, gives } of cases) {
    expectClose((student[call] as (...args: unknown[]) => unknown)(...args), gives);
  }
}

/** A claim that holds for every input; fast-check looks for one where it does not, and makes it small. */
function property<Inputs extends unknown[]>(
  given: fc.Arbitrary<Inputs>,
  holds: (student: Student, ...inputs: Inputs) => boolean,
): void {
  fc.assert(fc.property(given, (inputs) => holds(student, ...inputs)));
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
