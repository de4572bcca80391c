// Generated from the course. Your work goes into the file beside this one; run this with `npx vitest`.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matmul, Tensor, tensor, transpose } from '#autograd';
import { numericalDerivative } from '#autograd/check';
import * as student from './matmul-backward.ts';

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

type Product = [dY: Tensor, A: Tensor, B: Tensor];

const product = ([M, K, N]: number[]): fc.Arbitrary<Product> =>
  fc.tuple(tensorOf([M!, N!]), tensorOf([M!, K!]), tensorOf([K!, N!]));

type Layer = [dY: Tensor, x: Tensor, W: Tensor];

const layer = ([N, I, O]: number[]): fc.Arbitrary<Layer> =>
  fc.tuple(tensorOf([N!, O!]), tensorOf([N!, I!]), tensorOf([O!, I!]));

const anySizes = fc.tuple(size, size, size);

const both = ([dA, dB]: [Tensor, Tensor]): number[] => numbersOf(dA, dB);

const turned = (X: Tensor): Tensor => transpose(X, 0, 1);

describe('Back through a matrix product', () => {
  test('worked examples', () => {
    example([
      {
        call: 'matmulBackward',
        with: [
          tensor([[1, -1]]),
          tensor([[2, 3, 4]]),
          tensor([
            [1, 0],
            [2, 1],
            [0, 5],
          ]),
        ],
        gives: [
          tensor([[1, 1, -5]]),
          tensor([
            [2, -2],
            [3, -3],
            [4, -4],
          ]),
        ],
      },
      {
        call: 'linearBackward',
        with: [
          tensor([[1], [2]]),
          tensor([
            [1, 2],
            [3, 4],
          ]),
          tensor([[10, -10]]),
        ],
        gives: {
          dx: tensor([
            [10, -10],
            [20, -20],
          ]),
          dW: tensor([[7, 10]]),
          db: tensor([3]),
        },
      },
      {
        call: 'sumBackward',
        with: [tensor([1, 2]), [2, 3], 1],
        gives: tensor([
          [1, 1, 1],
          [2, 2, 2],
        ]),
      },
    ]);
  });

  test('a layer is a product: dx and dW are those of x times Wᵀ', () => {
    metamorphic(anySizes.chain(layer), ({ matmulBackward, linearBackward }, dY, x, W) => {
      const { dx, dW } = linearBackward(dY, x, W);
      const [dA, dB] = matmulBackward(dY, x, turned(W));
      return [
        [dx, dW],
        [dA, turned(dB)],
      ];
    });
  });

  test('the gradients of a product are those of finite differences', () => {
    gradient('matmulBackward', product([2, 3, 1]), both, (_, dY, A, B) => upstreamTimes(dY, [A, B], matmul));
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
