import fc from 'fast-check';
import { type Hints, type Policy, vocabulary } from '#checks';
import { differentSizes, equalSizes, matrix, size, vector } from '../draws.ts';

const { example, oracle, metamorphic, throws, unchanged, stateless, allOf } =
  vocabulary<typeof import('./layers.ts')>();

export const title = 'Layers';
export const needs = [1];
export const hints: Hints = [
  'Cover all rows of W but one: what is left is a neuron as in 01, and the layer is a list of them. A batch is a list of such lists.',
  'For collapse, multiply out W2 (W1 x + b1) + b2 on paper. What stands before x is W, and what is left where x is 0 is b.',
  'Entry [o][i] of W joins output o with input i. There is one way for each hidden neuron h, from i to h in W1 and from h to o in W2: multiply along a way, add up the ways. For b, ask what the first layer puts out at x = 0, and where that goes next. And compare the lengths of all rows, not only of the first.',
];
export const policy: Policy = { engine: false, forbidden: [] };

type Sizes = [number, number, number];
const sizesOf = ([a, b, c]: number[]): Sizes => [a!, b!, c!];
const anySizes: fc.Arbitrary<Sizes> = fc.tuple(size, size, size);
const different = differentSizes(3).map(sizesOf);
/** Every matrix square: a transpose too many, or a product the wrong way round, no longer shows in the shapes. */
const equal = equalSizes(3).map(sizesOf);
/** Two rows and more: one can differ from the rest. */
const atLeastTwo = fc.integer({ min: 2, max: 4 });
const several: fc.Arbitrary<Sizes> = fc.tuple(atLeastTwo, atLeastTwo, atLeastTwo);

/** O neurons, I inputs. */
type Layer = [W: number[][], x: number[], b: number[]];
const layer = ([O, I]: Sizes): fc.Arbitrary<Layer> => fc.tuple(matrix(O, I), vector(I), vector(O));

type Batch = [X: number[][], W: number[][], b: number[]];
const batch = ([O, I, N]: Sizes): fc.Arbitrary<Batch> => fc.tuple(matrix(N, I), matrix(O, I), vector(O));
const emptyBatch: fc.Arbitrary<Batch> = batch([2, 3, 0]);

/** I inputs, H neurons in the first layer, O in the second. */
type Two = [W1: number[][], b1: number[], W2: number[][], b2: number[]];
const two = ([O, I, H]: Sizes): fc.Arbitrary<Two> =>
  fc.tuple(matrix(H, I), vector(H), matrix(O, H), vector(O));
const twoWithInput = anySizes.chain((sizes) => fc.tuple(two(sizes), vector(sizes[1])));

const longer = <T>(list: T[]): T[] => [...list, list[0]!];
const shorter = <T>(list: T[]): T[] => list.slice(1);
const change = fc.constantFrom(longer, shorter);
const place = fc.nat({ max: 1 });

/** A matrix with one row of another length. */
const ragged = (W: number[][], at: number, changed: (row: number[]) => number[]): number[][] =>
  W.map((row, i) => (i === at ? changed(row) : row));

/** Each with one length that does not fit; each would give numbers, or NaN, if nobody looked. */
const misfitLayers = fc
  .tuple(several.chain(layer), change, place, fc.nat({ max: 2 }))
  .map(([[W, x, b], changed, at, which]): Layer => {
    switch (which) {
      case 0:
        return [W, changed(x), b];
      case 1:
        return [W, x, changed(b)];
      default:
        return [ragged(W, at, changed), x, b];
    }
  });

const misfitBatches = fc
  .tuple(several.chain(batch), change, place, fc.nat({ max: 3 }))
  .map(([[X, W, b], changed, at, which]): Batch => {
    switch (which) {
      case 0:
        return [X.map((x) => changed(x)), W, b];
      case 1:
        return [ragged(X, at, changed), W, b];
      case 2:
        return [X, ragged(W, at, changed), b];
      default:
        return [X, W, changed(b)];
    }
  });

const misfitPairs = fc
  .tuple(several.chain(two), change, place, fc.nat({ max: 4 }))
  .map(([[W1, b1, W2, b2], changed, at, which]): Two => {
    switch (which) {
      case 0:
        return [ragged(W1, at, changed), b1, W2, b2];
      case 1:
        return [changed(W1), b1, W2, b2];
      case 2:
        return [W1, changed(b1), W2, b2];
      case 3:
        return [W1, b1, ragged(W2, at, changed), b2];
      default:
        return [W1, b1, W2, changed(b2)];
    }
  });

const namesOfLayer = ['W', 'x', 'b'];
const namesOfBatch = ['X', 'W', 'b'];
const namesOfTwo = ['W1', 'b1', 'W2', 'b2'];

export const checks = [
  example({
    id: 'examples',
    name: 'worked examples',
    points: 2,
    visibility: 'visible',
    hint: 'Do one row of W at a time; it is a neuron.',
    cases: [
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
    ],
  }),
  metamorphic({
    id: 'rows',
    name: 'each row of a batch gives what it gives alone',
    points: 1,
    visibility: 'visible',
    hint: 'Rows of X are samples, rows of W are neurons. Which of them are the rows of the result?',
    given: fc.tuple(anySizes.chain(batch)),
    same: ({ affine, affineBatch }, [X, W, b]) => [affineBatch(X, W, b), X.map((x) => affine(W, x, b))],
  }),
  metamorphic({
    id: 'two-are-one',
    name: 'two layers one after the other do what the one layer does',
    points: 2,
    visibility: 'visible',
    hint: 'Try x = 0 first: then only the biases are left. How does b1 reach the output?',
    given: twoWithInput,
    same: ({ affine, collapse }, [W1, b1, W2, b2], x) => {
      const one = collapse(W1, b1, W2, b2);
      return [
        [one.W.length, affine(one.W, x, one.b)],
        [W2.length, affine(W2, affine(W1, x, b1), b2)],
      ];
    },
  }),
  oracle({
    id: 'layer',
    name: 'a layer is right when it has not as many neurons as inputs',
    points: 2,
    visibility: 'hidden',
    hint: 'Count: there are as many outputs as W has rows, and each row is as long as x.',
    call: 'affine',
    names: namesOfLayer,
    given: different.chain(layer),
  }),
  oracle({
    id: 'square-layer',
    name: 'a layer is right when it has as many neurons as inputs',
    points: 2,
    visibility: 'hidden',
    hint: 'A square W fits both ways round. Does a row of it meet x, or a column?',
    call: 'affine',
    names: namesOfLayer,
    given: equal.chain(layer),
  }),
  oracle({
    id: 'batch',
    name: 'a batch is right, square or not',
    points: 2,
    visibility: 'hidden',
    hint: 'Every row of X passes through the same layer, biases included.',
    call: 'affineBatch',
    names: namesOfBatch,
    given: fc.oneof(different, equal).chain(batch),
  }),
  oracle({
    id: 'empty-batch',
    name: 'a batch without rows gives no rows',
    points: 1,
    visibility: 'hidden',
    hint: 'Where do you read the first row of X, and what if there is none?',
    call: 'affineBatch',
    names: namesOfBatch,
    given: emptyBatch,
    runs: 5,
  }),
  oracle({
    id: 'collapse',
    name: 'the one layer has the right weights and biases when all sizes differ',
    points: 2,
    visibility: 'hidden',
    hint: 'W leads from I inputs to O outputs. The hidden neurons are what is summed over.',
    call: 'collapse',
    names: namesOfTwo,
    given: different.chain(two),
  }),
  oracle({
    id: 'square-collapse',
    name: 'the one layer is right when all sizes are equal',
    points: 1,
    visibility: 'hidden',
    hint: 'Square matrices can be multiplied in either order. Which of the two stands next to x?',
    call: 'collapse',
    names: namesOfTwo,
    given: equal.chain(two),
  }),
  throws({
    id: 'layer-lengths',
    name: 'a layer refuses lengths that do not fit, and ragged weights',
    points: 1,
    visibility: 'hidden',
    hint: 'W is [O, I], x is [I], b is [O]. Is every row of W as long as x?',
    call: 'affine',
    names: namesOfLayer,
    given: misfitLayers,
    runs: 40,
  }),
  throws({
    id: 'batch-lengths',
    name: 'a batch refuses them too, in any of its rows',
    points: 1,
    visibility: 'hidden',
    hint: 'X is [N, I]: all of its rows are as long as those of W. Are all of them looked at?',
    call: 'affineBatch',
    names: namesOfBatch,
    given: misfitBatches,
    runs: 40,
  }),
  throws({
    id: 'collapse-lengths',
    name: 'two layers that do not fit one another are refused',
    points: 1,
    visibility: 'hidden',
    hint: 'W1 is [H, I], b1 is [H], W2 is [O, H], b2 is [O]. Which of these letters are compared?',
    call: 'collapse',
    names: namesOfTwo,
    given: misfitPairs,
    runs: 60,
  }),
  stateless({
    id: 'stateless',
    name: 'the same batch asked again gives the same',
    points: 1,
    visibility: 'hidden',
    hint: 'Is the list that you return made anew in each call?',
    call: 'affineBatch',
    names: namesOfBatch,
    given: anySizes.chain(batch),
  }),
  allOf({
    id: 'arguments',
    name: 'inputs, weights and biases stay as they were',
    points: 1,
    visibility: 'hidden',
    hint: 'A sum that begins in the list b itself changes b. Whose list is it?',
    of: (claim) => [
      unchanged({ ...claim, call: 'affine', names: namesOfLayer, given: anySizes.chain(layer) }),
      unchanged({ ...claim, call: 'affineBatch', names: namesOfBatch, given: anySizes.chain(batch) }),
      unchanged({ ...claim, call: 'collapse', names: namesOfTwo, given: anySizes.chain(two) }),
    ],
  }),
];
