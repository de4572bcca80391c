// Generated from the course. Your work goes into the file beside this one; run this with `npx vitest`.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tensor } from '#autograd';
import * as student from './layers.ts';

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

type Sizes = [number, number, number];

const anySizes: fc.Arbitrary<Sizes> = fc.tuple(size, size, size);

type Batch = [X: number[][], W: number[][], b: number[]];

const batch = ([O, I, N]: Sizes): fc.Arbitrary<Batch> => fc.tuple(matrix(N, I), matrix(O, I), vector(O));

/** I inputs, H neurons in the first layer, O in the second. */
type Two = [W1: number[][], b1: number[], W2: number[][], b2: number[]];

const two = ([O, I, H]: Sizes): fc.Arbitrary<Two> =>
  fc.tuple(matrix(H, I), vector(H), matrix(O, H), vector(O));

const twoWithInput = anySizes.chain((sizes) => fc.tuple(two(sizes), vector(sizes[1])));

describe('Layers', () => {
  test('worked examples', () => {
    example([
      {
        call: 'affine',
        with: [
          [
            [2, 1],
            [0, -1],
            [0.5, 0.5],
          ],
          [1, 3],
          [0, 1, -2],
        ],
        gives: [5, -2, 0],
      },
      {
        call: 'affineBatch',
        with: [
          [
            [1, 3],
            [2, 0],
          ],
          [[2, 1]],
          [0.5],
        ],
        gives: [[5.5], [4.5]],
      },
      {
        call: 'collapse',
        with: [
          [
            [1, 2],
            [3, 4],
          ],
          [1, 0],
          [
            [0, 1],
            [1, -1],
          ],
          [0, 2],
        ],
        gives: {
          W: [
            [3, 4],
            [-2, -2],
          ],
          b: [0, 3],
        },
      },
    ]);
  });

  test('each row of a batch gives what it gives alone', () => {
    metamorphic(fc.tuple(anySizes.chain(batch)), ({ affine, affineBatch }, [X, W, b]) => [
      affineBatch(X, W, b),
      X.map((x) => affine(W, x, b)),
    ]);
  });

  test('two layers one after the other do what the one layer does', () => {
    metamorphic(twoWithInput, ({ affine, collapse }, [W1, b1, W2, b2], x) => {
      const one = collapse(W1, b1, W2, b2);
      return [
        [one.W.length, affine(one.W, x, one.b)],
        [W2.length, affine(W2, affine(W1, x, b1), b2)],
      ];
    });
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
