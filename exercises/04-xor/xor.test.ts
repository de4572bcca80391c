// Generated from the course. Your work goes into the file beside this one; run this with `npx vitest`.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tensor } from '#autograd';
import type { NetParameters } from './xor.ts';
import * as student from './xor.ts';

type Student = typeof student;

/** Between −1.5 and 1.5, where tanh is far from flat. */
const entry = fc.integer({ min: -150, max: 150 }).map((n) => n / 100);

/** A size at which a loop may go wrong, and which is still easy to follow. */
const size = fc.integer({ min: 1, max: 4 });

function vector(length: number, of = entry): fc.Arbitrary<number[]> {
  return fc.array(of, { minLength: length, maxLength: length });
}

function matrix(rows: number, columns: number, of = entry): fc.Arbitrary<number[][]> {
  return fc.array(vector(columns, of), { minLength: rows, maxLength: rows });
}

type Net = [x: number[], p: NetParameters];

/** I inputs, H hidden units. */
function net([I, H]: [number, number]): fc.Arbitrary<Net> {
  const p = fc.record({ W1: matrix(H, I), b1: vector(H), w2: vector(H), b2: entry });
  return fc.tuple(vector(I), p);
}

const anySizes = fc.tuple(size, size);

/** Of the unit square. */
const corners: [number, number][] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

/** Eighths: their sums are exact in any order, so a corner lies on a line or it does not. */
const eighth = fc.integer({ min: -16, max: 16 }).map((n) => n / 8);

const line = fc.tuple(vector(2, eighth), eighth);

describe('XOR: where a line is not enough', () => {
  test('worked examples', () => {
    example([
      {
        call: 'hiddenNet',
        with: [[1, 2], { W1: [[0.5, -0.25]], b1: [1], w2: [2], b2: -1 }],
        gives: 0.6278929975347187,
      },
      {
        call: 'hiddenNet',
        with: [
          [1, 2],
          {
            W1: [
              [0.5, 0.25],
              [-1, 1],
              [0, -0.5],
            ],
            b1: [0, 0.5, 0.5],
            w2: [1, -2, 0.5],
            b2: 0.25,
          },
        ],
        gives: 0.263130455504754,
      },
      { call: 'lineAccuracy', with: [[1, 1], -0.5], gives: 0.75 },
      { call: 'lineAccuracy', with: [[1, -1], 0.5], gives: 0.25 },
      { call: 'lineAccuracy', with: [[1, 0], -0.5], gives: 0.5 },
    ]);
  });

  test('where w2 is 0, the output is σ(b2)', () => {
    metamorphic(anySizes.chain(net), ({ hiddenNet }, x, p) => {
      const deaf = { ...p, w2: p.w2.map(() => 0) };
      return [hiddenNet(x, deaf), 1 / (1 + Math.exp(-p.b2))];
    });
  });

  test('a line gets one, two or three corners right, and never all four', () => {
    property(line, ({ lineAccuracy }, w, b) => [0.25, 0.5, 0.75].includes(lineAccuracy(w, b)));
  });

  test('your net with your weights gets every corner right', () => {
    metamorphic(fc.tuple(), ({ hiddenNet, xorParams }) => {
      const p = xorParams();
      return [corners.map((x) => hiddenNet(x, p) > 0.5), [false, true, true, false]];
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
