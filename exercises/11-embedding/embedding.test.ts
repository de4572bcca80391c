// Generated from the course. Your work goes into the file beside this one; run this with `npx vitest`.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tensor, tensor } from '#autograd';
import { numericalDerivative } from '#autograd/check';
import * as student from './embedding.ts';

type Student = typeof student;

/** Between −1.5 and 1.5, where tanh is far from flat. */
const entry = fc.integer({ min: -150, max: 150 }).map((n) => n / 100);

/** A size at which a loop may go wrong, and which is still easy to follow. */
const size = fc.integer({ min: 1, max: 4 });

function vector(length: number, of = entry): fc.Arbitrary<number[]> {
  return fc.array(of, { minLength: length, maxLength: length });
}

/** A tensor of any shape, `[]` included. */
function tensorOf(shape: number[], of = entry): fc.Arbitrary<Tensor> {
  const count = shape.reduce((product, n) => product * n, 1);
  return vector(count, of).map((numbers) => tensor(numbers).reshape(shape));
}

/** V words, E numbers each, N ids. */
interface Sizes {
  V: number;
  E: number;
  N: number;
}

const anySizes = fc.record({ V: size, E: size, N: size });

function idsOf({ V, N }: Sizes): fc.Arbitrary<number[]> {
  return fc.array(fc.nat({ max: V - 1 }), { minLength: N, maxLength: N });
}

type Lookup = [W: Tensor, ids: number[]];

const lookup = (s: Sizes): fc.Arbitrary<Lookup> => fc.tuple(tensorOf([s.V, s.E]), idsOf(s));

const table = tensor([
  [0.5, -1],
  [2, 0.25],
  [-0.75, 1.5],
]);

describe('An embedding: words as rows of a table', () => {
  test('worked examples', () => {
    example([
      {
        call: 'embed',
        with: [table, [2, 0, 2]],
        gives: tensor([
          [-0.75, 1.5],
          [0.5, -1],
          [-0.75, 1.5],
        ]),
      },
      {
        call: 'embedBackward',
        with: [
          tensor([
            [1, 2],
            [3, 4],
            [10, 20],
          ]),
          [2, 0, 2],
          3,
        ],
        gives: tensor([
          [3, 4],
          [0, 0],
          [11, 22],
        ]),
      },
    ]);
  });

  test('a word has the same row, whoever stands beside it', () => {
    metamorphic(anySizes.chain(lookup), ({ embed }, W, ids) => [
      embed(W, ids).toArray(),
      ids.map((id) => embed(W, [id]).select(0, 0).toArray()),
    ]);
  });

  test('the gradient of the table is that of finite differences', () => {
    gradient(
      'embedBackward',
      fc.tuple(tensorOf([4, 2]), fc.constant([1, 0, 1, 1]), fc.constant(2)),
      (dW) => [...dW.data],
      ({ embed }, dY, ids, V) => ({
        f: (point) =>
          dY
            .mul(embed(tensor(point).reshape([V, dY.shape[1]!]), ids))
            .sum()
            .item(),
        at: new Array<number>(V * dY.shape[1]!).fill(0.5),
      }),
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
