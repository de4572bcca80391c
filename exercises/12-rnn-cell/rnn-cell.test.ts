// Generated from the course. Your work goes into the file beside this one; run this with `npx vitest`.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tensor, tensor, zeros } from '#autograd';
import { mapTensors, numericalDerivative, tensorsIn, vjp } from '#autograd/check';
import type { RnnParameters } from './rnn-cell.ts';
import * as student from './rnn-cell.ts';

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

/** N rows, I features, H hidden units. */
interface Sizes {
  N: number;
  I: number;
  H: number;
}

type Step = [x: Tensor, h: Tensor, p: RnnParameters];

function step({ N, I, H }: Sizes): fc.Arbitrary<Step> {
  const p = fc.record({ Wxh: tensorOf([H, I]), Whh: tensorOf([H, H]), bh: tensorOf([H]) });
  return fc.tuple(tensorOf([N, I]), tensorOf([N, H]), p);
}

const anySizes = fc.record({ N: size, I: size, H: size });

describe('One step of a recurrent network', () => {
  test('a worked example', () => {
    example([
      {
        call: 'rnnStep',
        with: [
          tensor([[1, 2]]),
          tensor([[0.5, -1, 0.25]]),
          {
            Wxh: tensor([
              [0.5, -0.25],
              [0, 0.5],
              [-1, 0.25],
            ]),
            Whh: tensor([
              [0.5, 0, 1],
              [-0.5, 0.25, 0],
              [0, 1, -1],
            ]),
            bh: tensor([0.1, -0.2, 0.3]),
          },
        ],
        gives: tensor([[0.5370495669980353, 0.2913126124515909, -0.8956928738431645]]),
      },
    ]);
  });

  test('every hidden unit lies between −1 and 1', () => {
    property(anySizes.chain(step), ({ rnnStep }, x, h, p) =>
      Array.from(rnnStep(x, h, p).data).every((value) => Math.abs(value) <= 1),
    );
  });

  test('without input weights the input changes nothing', () => {
    metamorphic(anySizes.chain(step), ({ rnnStep }, x, h, p) => {
      const deaf = { ...p, Wxh: zeros(p.Wxh.shape) };
      return [rnnStep(x, h, deaf), rnnStep(zeros(x.shape), h, deaf)];
    });
  });

  test('the engine can differentiate the step', () => {
    differentiable(student.rnnStep, step({ N: 2, I: 2, H: 2 }));
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

/** The gradients that the engine finds through your function are those of its central differences. */
function differentiable<Args extends unknown[], Result extends Tensor>(
  f: (...args: Args) => Result,
  given: fc.Arbitrary<Args>,
): void {
  const check = (args: Args) => {
    const ones = f(...args).data.map(() => 1);
    const { gradients } = vjp(f, args, [new Tensor(ones, f(...args).shape)]);
    const sumAt = (k: number, i: number, t: number) => {
      let seen = 0;
      const move = ({ data, shape }: Tensor, here: boolean) =>
        new Tensor(
          data.map((x, j) => (here && j === i ? x + t : x)),
          shape,
        );
      const moved = mapTensors(args, (tensor) => move(tensor, seen++ === k));
      return Array.from(f(...moved).data).reduce((total, x) => total + x, 0);
    };
    const numeric = tensorsIn(args).map(({ data }, k) =>
      Array.from(data, (_, i) => numericalDerivative((t) => sumAt(k, i, t), 0).value),
    );
    expectClose(
      gradients.map(({ data }) => Array.from(data)),
      numeric,
      1e-6,
    );
  };
  fc.assert(fc.property(given, check), { numRuns: 5 });
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
