import fc from 'fast-check';
import { concat, type Tensor, tensor, zeros } from '#autograd';
import { type Hints, type Policy, vocabulary } from '#checks';
import { differentSizes, equalSizes, size, tensorOf } from '../draws.ts';
import type { RnnParameters } from './rnn-cell.ts';

const {
  example,
  oracle,
  property,
  metamorphic,
  throws,
  unchanged,
  stateless,
  differentiable,
  batchIndependence,
  unitPermutation,
} = vocabulary<typeof import('./rnn-cell.ts')>();

export const title = 'One step of a recurrent network';
export const needs = [2, 9];
export const hints: Hints = [
  'Write the shape beside every factor of the equation, for a batch: what has N rows, and what has H columns?',
  'Rows are multiplied from the right by a transpose: x Wxhᵀ is [N, I] times [I, H]. The state has a product of the same kind, with Whh.',
  'Compare all shapes before you compute: x and h have equally many rows, Wxh is [H, I], Whh is [H, H], bh is [H]. Then add the three parts, and squash the sum once.',
];
export const policy: Policy = { engine: true, forbidden: [] };

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

const sizesOf = ([N, I, H]: number[]): Sizes => ({ N: N!, I: I!, H: H! });
const anySizes = fc.record({ N: size, I: size, H: size });
const different = differentSizes(3).map(sizesOf);
/** Every matrix square: a missing transpose or swapped weights no longer show in the shapes. */
const equal = equalSizes(3).map(sizesOf);

const rowsOf = (t: Tensor): Tensor[] => Array.from({ length: t.shape[0]! }, (_, n) => t.slice(0, n, n + 1));

/** Steps with one argument of a wrong shape; each would give a state if something were broadcast. */
const misfits: fc.Arbitrary<Step> = fc
  .tuple(step({ N: 3, I: 2, H: 4 }), step({ N: 3, I: 2, H: 3 }))
  .chain(([[x, h, p], [x2, h2, p2]]) =>
    fc.constantFrom<Step>(
      [x, zeros([1, 4]), p],
      [x, zeros([4]), p],
      [x, zeros([3, 5]), p],
      [zeros([3, 4]), h, p],
      [zeros([2]), h, p],
      [zeros([1, 2]), h, p],
      [x, h, { ...p, Wxh: zeros([1, 2]) }],
      [x, h, { ...p, Whh: zeros([1, 4]) }],
      [x, h, { ...p, bh: zeros([1]) }],
      [x, h, { ...p, bh: zeros([1, 4]) }],
      [x, h, { ...p, bh: zeros([]) }],
      // as many rows as units: a row alone would pass for a batch
      [x2, zeros([3]), p2],
      [x2, h2, { ...p2, bh: zeros([3, 3]) }],
    ),
  );

const names = ['x', 'h', 'p'];

export const checks = [
  example({
    id: 'example',
    name: 'a worked example',
    points: 3,
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
    points: 1,
    visibility: 'visible',
    hint: 'What squashes the sum? Is anything added after it?',
    given: anySizes.chain(step),
    holds: ({ rnnStep }, x, h, p) => Array.from(rnnStep(x, h, p).data).every((value) => Math.abs(value) <= 1),
  }),
  metamorphic({
    id: 'past-only',
    name: 'without input weights the input changes nothing',
    points: 1,
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
    points: 1,
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
    points: 5,
    visibility: 'hidden',
    hint: 'Write the shape beside each factor: the rows of W are the units that come out.',
    call: 'rnnStep',
    names,
    given: different.chain(step),
  }),
  oracle({
    id: 'equal-sizes',
    name: 'the step is right when all sizes are equal',
    points: 5,
    visibility: 'hidden',
    hint: 'With square matrices nothing warns you of a transpose too many or of swapped weights.',
    call: 'rnnStep',
    names,
    given: equal.chain(step),
  }),
  differentiable({
    id: 'gradient',
    name: 'gradients reach x, h and every parameter',
    points: 5,
    visibility: 'hidden',
    hint: 'Is there a way through the graph from the result back to each argument?',
    call: 'rnnStep',
    names,
    given: fc.oneof(different, equal).chain(step),
  }),
  batchIndependence({
    id: 'batch-rows',
    name: 'a row of the batch does not see the others',
    points: 2,
    visibility: 'hidden',
    hint: 'A batch is many steps at once; nothing may be summed or averaged over its rows.',
    call: 'rnnStep',
    names,
    given: anySizes.chain(step),
    rows: (x, h, p) => rowsOf(x).map((row, n): Step => [row, rowsOf(h)[n]!, p]),
    join: (rows) => concat(rows, 0),
  }),
  unitPermutation({
    id: 'hidden-units',
    name: 'hidden units in another order give the same states in that order',
    points: 1,
    visibility: 'hidden',
    hint: 'No unit is special: each has its row of weights, its bias, and its place in the state.',
    call: 'rnnStep',
    names,
    given: anySizes.chain(step),
    units: (_, h) => h.shape[1]!,
    reorder: ([x, h, { Wxh, Whh, bh }], order) => [
      x,
      h.indexSelect(1, order),
      {
        Wxh: Wxh.indexSelect(0, order),
        Whh: Whh.indexSelect(0, order).indexSelect(1, order),
        bh: bh.indexSelect(0, order),
      },
    ],
    reordered: (state, order) => state.indexSelect(1, order),
  }),
  throws({
    id: 'misfits',
    name: 'a shape that does not fit is a RangeError, never a broadcast',
    points: 4,
    visibility: 'hidden',
    hint: 'The engine broadcasts a bias, a state or a batch of size 1 without a word. Compare the shapes first.',
    call: 'rnnStep',
    names,
    given: misfits,
    runs: 60,
  }),
  stateless({
    id: 'stateless',
    name: 'the same step asked again gives the same state',
    points: 1,
    visibility: 'hidden',
    hint: 'All that the step remembers comes in as h. Does anything outlive a call?',
    call: 'rnnStep',
    names,
    given: anySizes.chain(step),
  }),
  unchanged({
    id: 'arguments',
    name: 'the arguments stay as they were',
    points: 1,
    visibility: 'hidden',
    hint: 'h is the past: the step makes a new state and leaves the old one alone.',
    call: 'rnnStep',
    names,
    given: anySizes.chain(step),
  }),
];
