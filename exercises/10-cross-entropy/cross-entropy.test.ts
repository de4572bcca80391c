// Generated from the course. Your work goes into the file beside this one; run this with `npx vitest`.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, Tensor, tensor } from '#autograd';
import { numericalDerivative } from '#autograd/check';
import * as student from './cross-entropy.ts';

type Student = typeof student;

/** Between −1.5 and 1.5, where tanh is far from flat. */
const entry = fc.integer({ min: -150, max: 150 }).map((n) => n / 100);

/** A size at which a loop may go wrong, and which is still easy to follow. */
const size = fc.integer({ min: 1, max: 4 });

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

type Labelled = [logits: Tensor, targets: number[]];

/** N rows of C scores, each with its class. */
function labelled([N, C]: number[], score = entry): fc.Arbitrary<Labelled> {
  const targets = fc.array(fc.nat({ max: C! - 1 }), { minLength: N!, maxLength: N! });
  return fc.tuple(tensorOf([N!, C!], score), targets);
}

const anySizes = fc.tuple(size, size);

const sizes = fc.oneof(differentSizes(2), equalSizes(2));

const scores = tensor([
  [1, 2, 3],
  [0.5, 0.5, -1],
]);

const numbers = (t: Tensor): number[] => [...t.data];

describe('Softmax and cross-entropy', () => {
  test('worked examples', () => {
    example([
      {
        call: 'logSoftmax',
        with: [scores],
        gives: tensor([
          [-2.4076059644443806, -1.4076059644443804, -0.4076059644443804],
          [-0.7989161848417257, -0.7989161848417257, -2.2989161848417257],
        ]),
      },
      { call: 'crossEntropy', with: [scores, [2, 1]], gives: tensor(0.603261074643053) },
      {
        call: 'crossEntropyBackward',
        with: [scores, [2, 1]],
        gives: tensor([
          [0.04501528658519022, 0.12236423552739882, -0.1673795221125891],
          [0.2249081088291371, -0.2750918911708629, 0.05018378234172584],
        ]),
      },
    ]);
  });

  test('the exponentials of a row of logSoftmax sum to 1', () => {
    property(
      sizes.chain((shape) => fc.tuple(tensorOf(shape))),
      ({ logSoftmax }, logits) => {
        const totals = exp(logSoftmax(logits)).sum(-1);
        return numbers(totals).every((total) => Math.abs(total - 1) < 1e-9);
      },
    );
  });

  test('who gives all C classes the same score pays log C', () => {
    metamorphic(
      anySizes.chain((both) => fc.tuple(labelled(both), entry)),
      ({ crossEntropy }, [logits, targets], score) => [
        crossEntropy(logits.mul(0).add(score), targets).item(),
        Math.log(logits.shape[1]!),
      ],
    );
  });

  test('the gradient is that of finite differences', () => {
    gradient(
      'crossEntropyBackward',
      labelled([2, 3]),
      (dLogits) => numbers(dLogits),
      ({ crossEntropy }, logits, targets) => ({
        f: (point) => crossEntropy(tensor(point).reshape(logits.shape), targets).item(),
        at: numbers(logits),
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
