import fc from 'fast-check';
import { type Tensor, tensor, zeros } from '#autograd';
import { type Policy, vocabulary } from '#checks';
import type { RnnParameters } from './rnn-cell.ts';

const { example, oracle, property, metamorphic, throws, unchanged, differentiable } =
  vocabulary<typeof import('./rnn-cell.ts')>();

export const title = 'One step of a recurrent network';
export const policy: Policy = { engine: true, forbidden: [] };

/** N rows, I features, H hidden units. */
interface Sizes {
  N: number;
  I: number;
  H: number;
}
type Step = [x: Tensor, h: Tensor, p: RnnParameters];

/** Hundredths between −1.5 and 1.5: easy to read, and tanh is far from flat. */
const entry = fc.integer({ min: -150, max: 150 }).map((n) => n / 100);

function matrix(rows: number, columns: number): fc.Arbitrary<Tensor> {
  const row = fc.array(entry, { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: rows, maxLength: rows }).map((values) => tensor(values));
}

function vector(size: number): fc.Arbitrary<Tensor> {
  return fc.array(entry, { minLength: size, maxLength: size }).map((values) => tensor(values));
}

function step({ N, I, H }: Sizes): fc.Arbitrary<Step> {
  const p = fc.record({ Wxh: matrix(H, I), Whh: matrix(H, H), bh: vector(H) });
  return fc.tuple(matrix(N, I), matrix(N, H), p);
}

const size = fc.integer({ min: 1, max: 4 });
const anySizes = fc.record({ N: size, I: size, H: size });
const differentSizes = fc
  .shuffledSubarray([1, 2, 3, 4], { minLength: 3, maxLength: 3 })
  .map(([N, I, H]): Sizes => ({ N: N!, I: I!, H: H! }));
/** Every matrix square: a missing transpose or swapped weights no longer show in the shapes. */
const equalSizes = fc.integer({ min: 2, max: 4 }).map((n): Sizes => ({ N: n, I: n, H: n }));

const rowsOf = (t: Tensor): Tensor[] => Array.from({ length: t.shape[0]! }, (_, n) => t.slice(0, n, n + 1));

/** Steps with one argument of a wrong shape; each would be right if something were broadcast. */
const misfits: fc.Arbitrary<Step> = fc
  .tuple(step({ N: 3, I: 2, H: 4 }), fc.nat({ max: 7 }))
  .map(([[x, h, p], which]): Step => {
    switch (which) {
      case 0:
        return [x, zeros([1, 4]), p];
      case 1:
        return [x, zeros([4]), p];
      case 2:
        return [zeros([3, 4]), h, p];
      case 3:
        return [zeros([2]), h, p];
      case 4:
        return [x, h, { ...p, bh: zeros([1]) }];
      case 5:
        return [x, h, { ...p, bh: zeros([1, 4]) }];
      case 6:
        return [x, zeros([3, 5]), p];
      default:
        return [zeros([1, 2]), h, p];
    }
  });

const names = ['x', 'h', 'p'];

export const checks = [
  example({
    id: 'example',
    name: 'a worked example',
    points: 10,
    visibility: 'visible',
    hint: 'Write the two products as numbers first: each row of W meets the vector.',
    cases: [
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
    ],
  }),
  property({
    id: 'bounded',
    name: 'every hidden unit lies between −1 and 1',
    points: 5,
    visibility: 'visible',
    hint: 'What squashes the sum? Is anything added after it?',
    given: anySizes.chain(step),
    holds: ({ rnnStep }, x, h, p) => Array.from(rnnStep(x, h, p).data).every((value) => Math.abs(value) <= 1),
  }),
  metamorphic({
    id: 'past-only',
    name: 'without input weights the input changes nothing',
    points: 5,
    visibility: 'visible',
    hint: 'Which of the two matrices belongs to the input?',
    given: anySizes.chain(step),
    same: ({ rnnStep }, x, h, p) => {
      const deaf = { ...p, Wxh: zeros(p.Wxh.shape) };
      return [rnnStep(x, h, deaf), rnnStep(zeros(x.shape), h, deaf)];
    },
  }),
  differentiable({
    id: 'gradient-example',
    name: 'the engine can differentiate the step',
    points: 5,
    visibility: 'visible',
    hint: 'Compute with the functions of #autograd from beginning to end; data and toArray() leave the graph.',
    call: 'rnnStep',
    names,
    given: step({ N: 2, I: 2, H: 2 }),
    runs: 5,
  }),
  oracle({
    id: 'different-sizes',
    name: 'the step is right when all sizes differ',
    points: 20,
    visibility: 'hidden',
    hint: 'Write the shape beside each factor: the rows of W are the units that come out.',
    call: 'rnnStep',
    names,
    given: differentSizes.chain(step),
  }),
  oracle({
    id: 'equal-sizes',
    name: 'the step is right when all sizes are equal',
    points: 15,
    visibility: 'hidden',
    hint: 'With square matrices nothing warns you of a transpose too many or of swapped weights.',
    call: 'rnnStep',
    names,
    given: equalSizes.chain(step),
  }),
  differentiable({
    id: 'gradient',
    name: 'gradients reach x, h and every parameter',
    points: 20,
    visibility: 'hidden',
    hint: 'Is there a way through the graph from the result back to each argument?',
    call: 'rnnStep',
    names,
    given: fc.oneof(differentSizes, equalSizes).chain(step),
  }),
  metamorphic({
    id: 'batch-rows',
    name: 'a row of the batch does not see the others',
    points: 5,
    visibility: 'hidden',
    hint: 'A batch is many steps at once; nothing may be summed or averaged over its rows.',
    given: anySizes.chain(step),
    same: ({ rnnStep }, x, h, p) => {
      const together = rowsOf(rnnStep(x, h, p));
      const alone = rowsOf(x).map((row, n) => rnnStep(row, rowsOf(h)[n]!, p));
      return [together, alone];
    },
  }),
  throws({
    id: 'misfits',
    name: 'a shape that does not fit is a RangeError, never a broadcast',
    points: 10,
    visibility: 'hidden',
    hint: 'The engine broadcasts a bias, a state or a batch of size 1 without a word. Compare the shapes first.',
    call: 'rnnStep',
    names,
    given: misfits,
  }),
  unchanged({
    id: 'arguments',
    name: 'the arguments stay as they were',
    points: 5,
    visibility: 'hidden',
    hint: 'h is the past: the step makes a new state and leaves the old one alone.',
    call: 'rnnStep',
    names,
    given: anySizes.chain(step),
  }),
];
