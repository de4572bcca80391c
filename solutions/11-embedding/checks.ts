import fc from 'fast-check';
import { type Tensor, tensor } from '#autograd';
import { type Hints, vocabulary } from '#checks';
import { differentSizes, equalSizes, size, tensorOf } from '../draws.ts';
import { byHand } from '../policies.ts';

const {
  example,
  oracle,
  metamorphic,
  gradient,
  differentiable,
  scalesWithUpstream,
  throws,
  stateless,
  unchanged,
  allOf,
} = vocabulary<typeof import('./embedding.ts')>();

export const title = 'An embedding: words as rows of a table';
export const needs = [9];
export const hints: Hints = [
  'The table has a row for each word; embed copies rows. Write down, for ids [2, 0, 2], which row of W becomes which row of the result.',
  'Backward, follow each row of dY to the row of W that it was copied from. A row that was copied twice was used twice: what does the chain rule say of a number that reaches the loss on two ways?',
  'Begin with zeros in the shape of W. Go through the ids once, and let every row of dY be added to the row of its id. Before that, compare every size, and refuse an id that is no whole number from 0 to V − 1.',
];
/** `scatter` adds rows where an index says, which is all of the way back. */
export const policy = byHand('scatter', '.scatter');

/** V words, E numbers each, N ids. */
interface Sizes {
  V: number;
  E: number;
  N: number;
}
const sizesOf = ([V, E, N]: number[]): Sizes => ({ V: V!, E: E!, N: N! });
const anySizes = fc.record({ V: size, E: size, N: size });
const sizes = fc.oneof(differentSizes(3).map(sizesOf), equalSizes(3).map(sizesOf));
/** Now and then there are no ids at all. */
const someOrNone = fc.oneof(
  { weight: 4, arbitrary: sizes },
  sizes.map((s) => ({ ...s, N: 0 })),
);

function idsOf({ V, N }: Sizes): fc.Arbitrary<number[]> {
  return fc.array(fc.nat({ max: V - 1 }), { minLength: N, maxLength: N });
}
type Lookup = [W: Tensor, ids: number[]];
const lookup = (s: Sizes): fc.Arbitrary<Lookup> => fc.tuple(tensorOf([s.V, s.E]), idsOf(s));
type Way = [dY: Tensor, ids: number[], vocabulary: number];
const wayBack = (s: Sizes): fc.Arbitrary<Way> => fc.tuple(tensorOf([s.N, s.E]), idsOf(s), fc.constant(s.V));

/** More ids than words, so that some word comes at least twice. */
const repeated = fc.record({ V: fc.integer({ min: 1, max: 3 }), E: size, N: fc.integer({ min: 4, max: 6 }) });

/** No ids of a table with 3 rows. */
const noId = fc.constantFrom(3, 4, -1, -3, 0.5, 1.5, Number.NaN);
const withNoId = fc.tuple(noId, fc.nat({ max: 2 })).map(([bad, at]) => [0, 2].toSpliced(at, 0, bad));

const misfits: fc.Arbitrary<Lookup> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(tensorOf([3, 2]), withNoId) },
  fc.tuple(
    fc.constantFrom<number[]>([3], [3, 2, 1], []).chain((shape) => tensorOf(shape)),
    fc.constant<number[]>([0]),
  ),
);
const misfitsBackward: fc.Arbitrary<Way> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(tensorOf([3, 2]), withNoId, fc.constant(3)) },
  fc.tuple(
    fc.constantFrom<number[]>([3], [3, 2, 1]).chain((shape) => tensorOf(shape)),
    fc.constant<number[]>([0, 1, 2]),
    fc.constant(3),
  ),
  fc.tuple(tensorOf([3, 2]), fc.constantFrom<number[]>([0, 1], [0, 1, 2, 0], []), fc.constant(3)),
  fc.tuple(tensorOf([0, 2]), fc.constant<number[]>([]), fc.constantFrom(0, -1, 2.5, Number.NaN)),
);

const ofLookup = ['W', 'ids'];
const ofWay = ['dY', 'ids', 'vocabulary'];
const table = tensor([
  [0.5, -1],
  [2, 0.25],
  [-0.75, 1.5],
]);

export const checks = [
  example({
    id: 'examples',
    name: 'worked examples',
    points: 2,
    visibility: 'visible',
    hint: 'An id is the number of a row, counted from 0. On the way back, which rows of dY came from row 2?',
    cases: [
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
    ],
  }),
  metamorphic({
    id: 'word-by-word',
    name: 'a word has the same row, whoever stands beside it',
    points: 1,
    visibility: 'visible',
    hint: 'Each id is looked up by itself.',
    given: anySizes.chain(lookup),
    same: ({ embed }, W, ids) => [
      embed(W, ids).toArray(),
      ids.map((id) => embed(W, [id]).select(0, 0).toArray()),
    ],
  }),
  gradient({
    id: 'gradient-example',
    name: 'the gradient of the table is that of finite differences',
    points: 2,
    visibility: 'visible',
    hint: 'Nudge one number of W: how many numbers of the result move, if its word comes twice?',
    call: 'embedBackward',
    names: ofWay,
    given: fc.tuple(tensorOf([4, 2]), fc.constant([1, 0, 1, 1]), fc.constant(2)),
    claimed: (dW) => [...dW.data],
    of: ({ embed }, dY, ids, V) => ({
      f: (point) =>
        dY
          .mul(embed(tensor(point).reshape([V, dY.shape[1]!]), ids))
          .sum()
          .item(),
      at: new Array<number>(V * dY.shape[1]!).fill(0.5),
    }),
    runs: 5,
  }),
  oracle({
    id: 'rows',
    name: 'every id gets its row, and no ids give a table of no rows',
    points: 3,
    visibility: 'hidden',
    hint: 'Ids count from 0, and the result has one row for each, in their order: for none it is [0, E].',
    call: 'embed',
    names: ofLookup,
    given: someOrNone.chain(lookup),
    tolerance: { absolute: 0, relative: 0 },
  }),
  differentiable({
    id: 'gradient',
    name: 'the engine can differentiate the lookup',
    points: 2,
    visibility: 'hidden',
    hint: 'Is there a way through the graph from the rows back to the table? data and toArray() leave it.',
    call: 'embed',
    names: ofLookup,
    given: sizes.chain(lookup),
  }),
  oracle({
    id: 'backward',
    name: 'every row of dY arrives at the row of its id',
    points: 2,
    visibility: 'hidden',
    hint: 'The gradient has the shape of the table. Which of its rows does nobody ask for, and what do they hold?',
    call: 'embedBackward',
    names: ofWay,
    given: someOrNone.chain(wayBack),
  }),
  oracle({
    id: 'repeated',
    name: 'a word that comes more than once receives all of its gradients',
    points: 3,
    visibility: 'hidden',
    hint: 'Two ways lead from a row that is used twice to the loss. Do both bring something back?',
    call: 'embedBackward',
    names: ofWay,
    given: repeated.chain(wayBack),
  }),
  scalesWithUpstream({
    id: 'upstream',
    name: 'the gradient scales with the gradient that comes in',
    points: 1,
    visibility: 'hidden',
    hint: 'Every number that goes back is one of dY, or a sum of them.',
    call: 'embedBackward',
    names: ofWay,
    given: anySizes.chain(wayBack),
    upstream: 0,
  }),
  throws({
    id: 'no-such-word',
    name: 'an id without a row, or a table that is no matrix, is a RangeError',
    points: 1,
    visibility: 'hidden',
    hint: 'In JavaScript a row that is not there is undefined, and in the engine −1 counts from the end. Who looks before?',
    call: 'embed',
    names: ofLookup,
    given: misfits,
    runs: 60,
  }),
  throws({
    id: 'backward-misfits',
    name: 'the way back refuses what does not fit',
    points: 1,
    visibility: 'hidden',
    hint: 'dY has a row for each id, the vocabulary is a whole number from 1, and every id lies below it.',
    call: 'embedBackward',
    names: ofWay,
    given: misfitsBackward,
    runs: 80,
  }),
  stateless({
    id: 'stateless',
    name: 'asked again, the gradient of the table is the same',
    points: 1,
    visibility: 'hidden',
    hint: 'Gradients add up within a call. Does the table in which they do outlive one?',
    call: 'embedBackward',
    names: ofWay,
    given: repeated.chain(wayBack),
  }),
  allOf({
    id: 'arguments',
    name: 'the table, the ids and the gradient that comes in stay as they were',
    points: 1,
    visibility: 'hidden',
    hint: 'Rows are added up in a table of their own, and the list of ids belongs to the caller.',
    of: (claim) => [
      unchanged({ ...claim, call: 'embed', names: ofLookup, given: anySizes.chain(lookup) }),
      unchanged({ ...claim, call: 'embedBackward', names: ofWay, given: repeated.chain(wayBack) }),
    ],
  }),
];
