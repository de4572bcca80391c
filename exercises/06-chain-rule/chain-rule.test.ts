// Generated from the course. Your work goes into the file beside this one; run this with `npx vitest`.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tensor } from '#autograd';
import { numericalDerivative } from '#autograd/check';
import type { Weights } from './chain-rule.ts';
import * as student from './chain-rule.ts';

type Student = typeof student;

/** Between −1.5 and 1.5, where tanh is far from flat. */
const entry = fc.integer({ min: -150, max: 150 }).map((n) => n / 100);

const parameters = fc.record({ w1: entry, b1: entry, w2: entry, b2: entry });

type Sample = [p: Weights, x: number, y: number];

const samples: fc.Arbitrary<Sample> = fc.tuple(parameters, entry, entry);

const worked: Weights = { w1: 0.5, b1: -0.25, w2: -2, b2: 1 };

const inOrder = ({ w1, b1, w2, b2 }: Weights): number[] => [w1, b1, w2, b2];

/** The loss, as a function of the four weights in order. */
function lossOf(forward: (p: Weights, x: number) => { yhat: number }, x: number, y: number) {
  return ([w1, b1, w2, b2]: number[]) => (forward({ w1: w1!, b1: b1!, w2: w2!, b2: b2! }, x).yhat - y) ** 2;
}

describe('The chain rule, by hand', () => {
  test('worked examples', () => {
    example([
      {
        call: 'forward',
        with: [worked, 1.5],
        gives: { z: 0.5, a: 0.46211715726000974, yhat: 0.07576568547998053 },
      },
      {
        call: 'gradients',
        with: [worked, 1.5, 1],
        gives: {
          w1: 4.361171888301524,
          b1: 2.907447925534349,
          w2: -0.8542090681362903,
          b2: -1.848468629040039,
        },
      },
    ]);
  });

  test('a small step against the gradients makes the loss smaller', () => {
    property(samples, ({ forward, gradients }, p, x, y) => {
      const loss = lossOf(forward, x, y);
      const here = inOrder(p);
      const slopes = inOrder(gradients(p, x, y));
      const below = loss(here.map((weight, i) => weight - 0.001 * slopes[i]!));
      return below < loss(here) || loss(here) < 1e-6;
    });
  });

  test('the gradients are those of finite differences', () => {
    gradient('gradients', fc.tuple(fc.constant(worked), entry, entry), inOrder, ({ forward }, p, x, y) => ({
      f: lossOf(forward, x, y),
      at: inOrder(p),
    }));
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
