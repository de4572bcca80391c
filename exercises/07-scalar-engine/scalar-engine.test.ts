// Generated from the course. Your work goes into the file beside this one; run this with `npx vitest`.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tensor } from '#autograd';
import { numericalDerivative } from '#autograd/check';
import { drive, type Step } from './driver.ts';
import * as submission from './scalar-engine.ts';

const student = drive(submission);
type Student = typeof student;

/** Hundredths away from zero, where every operation is smooth. */
const leaf = fc
  .oneof(fc.integer({ min: 20, max: 200 }), fc.integer({ min: -200, max: -20 }))
  .map((n) => n / 100);

const pair = fc.tuple(leaf, leaf);

/** (a·b + a)·tanh(b): both leaves are used more than once. */
const reused: Step[] = [
  { op: 'mul', a: 0, b: 1 },
  { op: 'add', a: 2, b: 0 },
  { op: 'tanh', a: 1 },
  { op: 'mul', a: 3, b: 4 },
];

describe('A scalar engine', () => {
  test('worked examples', () => {
    example([
      // (a·b + c)·f, the lecture's chain with numbers
      {
        call: 'evaluate',
        with: [
          [2, -3, 10, -2],
          [
            { op: 'mul', a: 0, b: 1 },
            { op: 'add', a: 4, b: 2 },
            { op: 'mul', a: 5, b: 3 },
          ],
        ],
        gives: -8,
      },
      {
        call: 'gradients',
        with: [
          [2, -3, 10, -2],
          [
            { op: 'mul', a: 0, b: 1 },
            { op: 'add', a: 4, b: 2 },
            { op: 'mul', a: 5, b: 3 },
          ],
        ],
        gives: [6, -4, -2, 4],
      },
      { call: 'gradients', with: [[3], [{ op: 'mul', a: 0, b: 0 }]], gives: [6] },
      { call: 'gradients', with: [[4, 2], [{ op: 'div', a: 0, b: 1 }]], gives: [0.5, -1] },
    ]);
  });

  test('a − b + b is a, in value and in slopes', () => {
    metamorphic(pair, ({ evaluate, gradients }, a, b) => {
      const there: Step[] = [
        { op: 'sub', a: 0, b: 1 },
        { op: 'add', a: 2, b: 1 },
      ];
      return [
        [evaluate([a, b], there), ...gradients([a, b], there)],
        [a, 1, 0],
      ];
    });
  });

  test('leaves that are used twice receive both gradients', () => {
    gradient(
      'gradients',
      fc.tuple(pair, fc.constant(reused)),
      (gradients) => gradients,
      ({ evaluate }, leaves, program) => ({ f: (point) => evaluate(point, program), at: leaves }),
    );
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

/** Gradients that you return are those of central differences of your own function. */
function gradient<K extends keyof Student>(
  call: K,
  given: fc.Arbitrary<Parameters<Student[K]>>,
  claimed: (answer: ReturnType<Student[K]>) => number[],
  of: (student: Student, ...args: Parameters<Student[K]>) => { f(point: number[]): number; at: number[] },
): void {
  const compute = student[call] as unknown as (...args: Parameters<Student[K]>) => ReturnType<Student[K]>;
  const check = (args: Parameters<Student[K]>) => {
    const { f, at } = of(student, ...args);
    const move = (i: number, t: number) => at.map((x, j) => (j === i ? x + t : x));
    const numeric = at.map((_, i) => numericalDerivative((t) => f(move(i, t)), 0).value);
    expectClose(claimed(compute(...args)), numeric, 1e-6);
  };
  fc.assert(fc.property(given, check), { numRuns: 25 });
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
