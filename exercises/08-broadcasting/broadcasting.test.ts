// Generated from the course. Your work goes into the file beside this one; run this with `npx vitest`.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mul, Tensor, tensor } from '#autograd';
import { numericalDerivative } from '#autograd/check';
import * as student from './broadcasting.ts';

type Student = typeof student;

/** Between −1.5 and 1.5, where tanh is far from flat. */
const entry = fc.integer({ min: -150, max: 150 }).map((n) => n / 100);

/** So many sizes that are all different: a missing transpose shows in the shapes. */
function differentSizes(count: number): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: count, maxLength: count });
}

/** So many sizes that are all the same: now the shapes warn of nothing. */
function equalSizes(count: number): fc.Arbitrary<number[]> {
  return fc.integer({ min: 2, max: 4 }).map((n) => new Array<number>(count).fill(n));
}

function vector(length: number, of = entry): fc.Arbitrary<number[]> {
  return fc.array(of, { minLength: length, maxLength: length });
}

/** A tensor of any shape, `[]` included. */
function tensorOf(shape: number[], of = entry): fc.Arbitrary<Tensor> {
  const count = shape.reduce((product, n) => product * n, 1);
  return vector(count, of).map((numbers) => tensor(numbers).reshape(shape));
}

/**
 * ⟨dY, forward(x₁, x₂, …)⟩ as a function of all numbers of the xs in a row, and where they stand: by its central
 * differences a backward pass written by hand is judged.
 */
function upstreamTimes(dY: Tensor, xs: Tensor[], forward: (...xs: Tensor[]) => Tensor) {
  const f = (point: number[]) => inner(dY.storage, forward(...filled(xs, point)).storage);
  return { f, at: numbersOf(...xs) };
}

/** The numbers of several tensors in a row. */
function numbersOf(...tensors: Tensor[]): number[] {
  return tensors.flatMap((t) => Array.from(t.storage));
}

/** Tensors of these shapes with other numbers. */
function filled(tensors: Tensor[], numbers: number[]): Tensor[] {
  let from = 0;
  return tensors.map((t) => {
    const own = numbers.slice(from, from + t.size);
    from += t.size;
    return tensor(own).reshape(t.shape);
  });
}

function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);
}

const scalar = fc.constant<number[]>([]);

const different = fc.integer({ min: 1, max: 3 }).chain(differentSizes);

const equal = fc.integer({ min: 1, max: 3 }).chain(equalSizes);

/** A shape that broadcasts to `whole`: axes in front are left out, and some others have size 1. */
function partOf(whole: number[]): fc.Arbitrary<number[]> {
  const { length } = whole;
  const left = fc.oneof(fc.constant(0), fc.nat({ max: length }));
  const kept = fc.array(fc.boolean(), { minLength: length, maxLength: length });
  return fc
    .tuple(left, kept)
    .map(([from, keeps]) => whole.map((n, axis) => (keeps[axis] ? n : 1)).slice(from));
}

type Sum = [grad: Tensor, shape: number[]];

const sums = (whole: number[], shapes: fc.Arbitrary<number[]>): fc.Arbitrary<Sum> =>
  fc.tuple(tensorOf(whole), shapes);

const anySum = fc
  .oneof(different, equal, scalar)
  .chain((whole): fc.Arbitrary<Sum> => sums(whole, partOf(whole)));

const gradients = ([da, db]: [Tensor, Tensor]) => numbersOf(da, db);

describe('Broadcasting, and the way back', () => {
  test('worked examples', () => {
    example([
      {
        call: 'unbroadcast',
        with: [
          tensor([
            [1, 2, 3],
            [4, 5, 6],
          ]),
          [3],
        ],
        gives: tensor([5, 7, 9]),
      },
      {
        call: 'unbroadcast',
        with: [
          tensor([
            [1, 2, 3],
            [4, 5, 6],
          ]),
          [2, 1],
        ],
        gives: tensor([[6], [15]]),
      },
      {
        call: 'addBackward',
        with: [
          tensor([
            [1, 2],
            [3, 4],
          ]),
          tensor([
            [5, 6],
            [7, 8],
          ]),
          tensor(9),
        ],
        gives: [
          tensor([
            [1, 2],
            [3, 4],
          ]),
          tensor(10),
        ],
      },
      {
        call: 'mulBackward',
        with: [
          tensor([
            [1, 2],
            [3, 4],
          ]),
          tensor([[10, 20]]),
          tensor([[-1], [0.5]]),
        ],
        gives: [tensor([[0.5, 0]]), tensor([[50], [110]])],
      },
    ]);
  });

  test('unbroadcast loses nothing: the sum of all numbers stays the same', () => {
    metamorphic(anySum, ({ unbroadcast }, grad, shape) => [
      unbroadcast(grad, shape).sum().item(),
      grad.sum().item(),
    ]);
  });

  test('the gradients of a product are those of finite differences', () => {
    gradient(
      'mulBackward',
      fc.tuple(tensorOf([2, 3]), tensorOf([2, 3]), tensorOf([3])),
      gradients,
      (_, dY, a, b) => upstreamTimes(dY, [a, b], mul),
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
