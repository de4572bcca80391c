// Generated from the course. Your work goes into the file beside this one; run this with `npx vitest`.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tensor } from '#autograd';
import { drive, slopesAt, type Term, valueAt } from './driver.ts';
import * as submission from './gradient-descent.ts';

const student = drive(submission);
type Student = typeof student;

/** Between −1.5 and 1.5, where tanh is far from flat. */
const entry = fc.integer({ min: -150, max: 150 }).map((n) => n / 100);

function vector(length: number, of = entry): fc.Arbitrary<number[]> {
  return fc.array(of, { minLength: length, maxLength: length });
}

/** A product of at most so many of n weights, each as often as it was drawn. */
function term(n: number, degree: number): fc.Arbitrary<Term> {
  const factors = fc.array(fc.nat({ max: n - 1 }), { maxLength: degree });
  const powersOf = (drawn: number[]) =>
    Array.from({ length: n }, (_, i) => drawn.filter((j) => j === i).length);
  return fc.record({ times: entry, powers: factors.map(powersOf) });
}

function polynomial(n: number, degree: number): fc.Arbitrary<Term[]> {
  return fc.array(term(n, degree), { minLength: 1, maxLength: 4 });
}

type Place = [f: Term[], w: number[]];

const weights = fc.integer({ min: 1, max: 4 });

const place = (degree: number): fc.Arbitrary<Place> =>
  weights.chain((n) => fc.tuple(polynomial(n, degree), vector(n)));

const quadratics = place(2);

const someSteps = fc.integer({ min: 1, max: 5 });

/** (w₀ − 1)² + 2w₁², a bowl whose lowest point is [1, 0]. */
const bowl: Term[] = [
  { times: 1, powers: [2, 0] },
  { times: -2, powers: [1, 0] },
  { times: 1, powers: [0, 0] },
  { times: 2, powers: [0, 2] },
];

describe('Gradient descent', () => {
  test('worked examples', () => {
    example([
      { call: 'numericalGradient', with: [[{ times: 1, powers: [2] }], [3]], gives: [6] },
      { call: 'numericalGradient', with: [bowl, [2, -0.5]], gives: [2, -2] },
      { call: 'step', with: [[2, -0.5], [2, -2], 0.25], gives: [1.5, 0] },
      {
        call: 'descend',
        with: [[{ times: 1, powers: [2] }], [3], 0.25, 3],
        gives: [[3], [1.5], [0.75], [0.375]],
      },
      {
        call: 'descend',
        with: [bowl, [2, -0.5], 0.25, 2],
        gives: [
          [2, -0.5],
          [1.5, 0],
          [1.25, 0],
        ],
      },
    ]);
  });

  test('the numerical gradient is that of calculus', () => {
    metamorphic(fc.tuple(quadratics), ({ numericalGradient }, [f, w]) => [
      numericalGradient(f, w),
      slopesAt(f, w),
    ]);
  });

  test('small steps never lead uphill', () => {
    property(fc.tuple(quadratics, someSteps), ({ descend }, [f, w0], count) => {
      const heights = descend(f, w0, 0.01, count).map((w) => valueAt(f, w));
      return (
        heights.length === count + 1 &&
        heights.every((height, i) => i === 0 || height <= heights[i - 1]! + 1e-9)
      );
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
