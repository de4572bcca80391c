import fc from 'fast-check';
import { add, matmul, type Tensor, tensor, transpose } from '#autograd';
import { type Hints, vocabulary } from '#checks';
import { differentSizes, equalSizes, numbersOf, size, tensorOf, upstreamTimes } from '../draws.ts';
import { byHand } from '../policies.ts';

const { example, oracle, metamorphic, gradient, scalesWithUpstream, throws, stateless, unchanged, allOf } =
  vocabulary<typeof import('./matmul-backward.ts')>();

export const title = 'Back through a matrix product';
export const needs = [8];
export const hints: Hints = [
  'Write one number of Y as a sum over k. Which numbers of Y does one number of A reach, and with which factor each? Then do the same for a number of B.',
  'Write the shapes: dA is [M, K], and you have dY [M, N], A [M, K] and B [K, N]. Sizes that are not in the result must stand inside, next to each other. A transpose brings them there.',
  'A layer is Y = A B with A = x and B = Wᵀ, so dW is the transpose of a dB; the bias was broadcast over the rows, as in 08. And a sum uses each number once, with the slope 1: whoever was summed gets the gradient of the sum, unchanged.',
];
export const policy = byHand();

type Product = [dY: Tensor, A: Tensor, B: Tensor];
const product = ([M, K, N]: number[]): fc.Arbitrary<Product> =>
  fc.tuple(tensorOf([M!, N!]), tensorOf([M!, K!]), tensorOf([K!, N!]));

type Layer = [dY: Tensor, x: Tensor, W: Tensor];
const layer = ([N, I, O]: number[]): fc.Arbitrary<Layer> =>
  fc.tuple(tensorOf([N!, O!]), tensorOf([N!, I!]), tensorOf([O!, I!]));

const anySizes = fc.tuple(size, size, size);
/** Small, since every number is nudged. */
const different = fc.shuffledSubarray([1, 2, 3], { minLength: 3 });
const equal = fc.constantFrom<number[][]>([2, 2, 2], [2, 2, 2], [3, 3, 3]);

type Sum = [dY: Tensor, shape: number[], axis: number];
/** Sums along each axis of a shape, counted from the front or from the end. */
function sumOf(shape: number[], axes: fc.Arbitrary<number>): fc.Arbitrary<Sum> {
  return axes.chain((axis) =>
    fc.tuple(tensorOf(without(shape, axis)), fc.constant(shape), fc.constant(axis)),
  );
}
const without = (shape: number[], axis: number): number[] =>
  shape.toSpliced(axis < 0 ? axis + shape.length : axis, 1);
const shapes = fc
  .integer({ min: 1, max: 3 })
  .chain((rank) => fc.oneof(differentSizes(rank), equalSizes(rank)));
const fromFront = shapes.chain((shape) => sumOf(shape, fc.nat({ max: shape.length - 1 })));
const fromEnd = shapes.chain((shape) => sumOf(shape, fc.integer({ min: -shape.length, max: -1 })));

/**
 * Three tensors of given shapes, `'24'` for `[2, 4]`; one does not fit. For most the products would exist nevertheless, else
 * loops would not mind.
 */
const misfits = (...all: [dY: string, left: string, right: string][]): fc.Arbitrary<Product> =>
  fc.constantFrom(...all).chain((three) => {
    const [dY, left, right] = three.map((sizes) => tensorOf([...sizes].map(Number)));
    return fc.tuple(dY!, left!, right!);
  });
const misfitProducts = misfits(
  ['24', '23', '35'],
  ['25', '23', '34'],
  ['25', '23', '45'],
  ['25', '24', '15'],
  ['22', '22', '32'],
  ['2', '23', '32'],
  ['222', '22', '22'],
  ['22', '222', '22'],
  ['22', '22', '222'],
  ['32', '24', '42'],
);
const misfitLayers = misfits(
  ['23', '25', '45'],
  ['24', '25', '35'],
  ['24', '23', '45'],
  ['24', '23', '41'],
  ['22', '23', '22'],
  ['2', '23', '23'],
  ['222', '22', '22'],
  ['22', '222', '22'],
  ['22', '22', '222'],
  ['24', '35', '45'],
);

/** A gradient that is not that of the sum; it would be stretched, or just accepted. */
const misfitGradients = fc
  .constantFrom<[dY: number[], shape: number[], axis: number]>(
    [[], [2, 3], 0],
    [[1], [2, 3], 1],
    [[1], [2, 3], -2],
    [[2, 1], [2, 3], 1],
    [[1, 3], [2, 3], 0],
    [[2, 3], [2, 3], 1],
    [[1], [3], 0],
    [[2, 1], [2, 3, 4], 2],
    [[2], [2, 3, 2], 1],
  )
  .chain(
    ([dY, shape, axis]): fc.Arbitrary<Sum> => fc.tuple(tensorOf(dY), fc.constant(shape), fc.constant(axis)),
  );
const noAxis = fc
  .constantFrom<[dY: number[], shape: number[], axis: number]>(
    [[2], [2, 3], -3],
    [[3], [2, 3], 2],
    [[2, 3], [2, 3], 2],
    [[], [3], 1],
    [[], [3], -2],
    [[3], [2, 3], 0.5],
    [[2], [2, 3], 1.5],
    [[2], [2, 3], -0.5],
    [[], [], 0],
    [[], [], -1],
  )
  .chain(
    ([dY, shape, axis]): fc.Arbitrary<Sum> => fc.tuple(tensorOf(dY), fc.constant(shape), fc.constant(axis)),
  );

const ofProduct = ['dY', 'A', 'B'];
const ofLayer = ['dY', 'x', 'W'];
const ofSum = ['dY', 'shape', 'axis'];
const both = ([dA, dB]: [Tensor, Tensor]): number[] => numbersOf(dA, dB);
const turned = (X: Tensor): Tensor => transpose(X, 0, 1);
const layerOutput = (x: Tensor, W: Tensor, b: Tensor): Tensor => add(matmul(x, turned(W)), b);

/** The layer at some bias; which one makes no difference to the gradients. */
function throughLayer(dY: Tensor, x: Tensor, W: Tensor) {
  const b = tensor(Array.from({ length: W.shape[0]! }, (_, o) => o / 4));
  return upstreamTimes(dY, [x, W, b], layerOutput);
}
const allThree = ({ dx, dW, db }: { dx: Tensor; dW: Tensor; db: Tensor }): number[] => numbersOf(dx, dW, db);

export const checks = [
  example({
    id: 'examples',
    name: 'worked examples',
    points: 3,
    visibility: 'visible',
    hint: 'Follow one number: into which numbers of the result did it go, and multiplied by what?',
    cases: [
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
    ],
  }),
  metamorphic({
    id: 'layer-as-product',
    name: 'a layer is a product: dx and dW are those of x times Wᵀ',
    points: 1,
    visibility: 'visible',
    hint: 'Put A = x and B = Wᵀ into your first function. What is the gradient of W, if that of Wᵀ is known?',
    given: anySizes.chain(layer),
    same: ({ matmulBackward, linearBackward }, dY, x, W) => {
      const { dx, dW } = linearBackward(dY, x, W);
      const [dA, dB] = matmulBackward(dY, x, turned(W));
      return [
        [dx, dW],
        [dA, turned(dB)],
      ];
    },
  }),
  gradient({
    id: 'gradient-example',
    name: 'the gradients of a product are those of finite differences',
    points: 3,
    visibility: 'visible',
    hint: 'The first entries belong to A, the rest to B. Which are wrong?',
    call: 'matmulBackward',
    names: ofProduct,
    given: product([2, 3, 1]),
    claimed: both,
    of: (_, dY, A, B) => upstreamTimes(dY, [A, B], matmul),
    runs: 10,
  }),
  gradient({
    id: 'product',
    name: 'the gradients of a product are right when all sizes differ',
    points: 3,
    visibility: 'hidden',
    hint: 'Write the shapes under the factors. Only one order, with one transpose, fits for each gradient.',
    call: 'matmulBackward',
    names: ofProduct,
    given: different.chain(product),
    claimed: both,
    of: (_, dY, A, B) => upstreamTimes(dY, [A, B], matmul),
    runs: 10,
  }),
  gradient({
    id: 'square-product',
    name: 'the gradients of a product are right for square matrices',
    points: 4,
    visibility: 'hidden',
    hint: 'With square matrices every order fits, with any transposes. Which index is summed over?',
    call: 'matmulBackward',
    names: ofProduct,
    given: equal.chain(product),
    claimed: both,
    of: (_, dY, A, B) => upstreamTimes(dY, [A, B], matmul),
    runs: 8,
  }),
  gradient({
    id: 'layer',
    name: 'the gradients of a layer are right when all sizes differ',
    points: 3,
    visibility: 'hidden',
    hint: 'dW has the shape of W, [O, I], and db that of b, [O]. What happens to the N rows in each?',
    call: 'linearBackward',
    names: ofLayer,
    given: different.chain(layer),
    claimed: allThree,
    of: (_, dY, x, W) => throughLayer(dY, x, W),
    runs: 8,
  }),
  gradient({
    id: 'square-layer',
    name: 'the gradients of a layer are right when all sizes are equal',
    points: 3,
    visibility: 'hidden',
    hint: 'Nothing warns you here of a transpose, or of a sum along the wrong axis.',
    call: 'linearBackward',
    names: ofLayer,
    given: equal.chain(layer),
    claimed: allThree,
    of: (_, dY, x, W) => throughLayer(dY, x, W),
    runs: 6,
  }),
  oracle({
    id: 'sum',
    name: 'the gradient of a sum goes to all that was summed',
    points: 2,
    visibility: 'hidden',
    hint: 'The slope of x₁ + x₂ + x₃ with respect to each is 1. How many numbers does one number of dY go to, and where do they lie?',
    call: 'sumBackward',
    names: ofSum,
    given: fromFront,
  }),
  oracle({
    id: 'sum-from-end',
    name: 'a negative axis counts from the end',
    points: 1,
    visibility: 'hidden',
    hint: '−1 is the last axis of x. How many axes has x, and how many has dY?',
    call: 'sumBackward',
    names: ofSum,
    given: fromEnd,
  }),
  scalesWithUpstream({
    id: 'upstream',
    name: 'the gradients of a layer scale with the gradient that comes in',
    points: 1,
    visibility: 'hidden',
    hint: 'dY is a factor of all three.',
    call: 'linearBackward',
    names: ofLayer,
    given: anySizes.chain(layer),
    upstream: 0,
    runs: 20,
  }),
  throws({
    id: 'misfit-products',
    name: 'what is no matrix, or does not fit the product, is a RangeError',
    points: 1,
    visibility: 'hidden',
    hint: 'Two products may exist although A B does not. And the engine multiplies vectors and stacks of matrices as well.',
    call: 'matmulBackward',
    names: ofProduct,
    given: misfitProducts,
    runs: 40,
  }),
  throws({
    id: 'misfit-layers',
    name: 'what does not fit the layer is a RangeError',
    points: 1,
    visibility: 'hidden',
    hint: 'x and W have equally many features, dY has a row for each row of x and a number for each row of W, and all three are matrices.',
    call: 'linearBackward',
    names: ofLayer,
    given: misfitLayers,
    runs: 40,
  }),
  throws({
    id: 'misfit-sums',
    name: 'a gradient that has not the shape of the sum is a RangeError',
    points: 1,
    visibility: 'hidden',
    hint: 'dY has every axis of x but one, with exactly its size. The engine would stretch a smaller one.',
    call: 'sumBackward',
    names: ofSum,
    given: misfitGradients,
    runs: 40,
  }),
  throws({
    id: 'no-axis',
    name: 'an axis that x does not have is a RangeError',
    points: 1,
    visibility: 'hidden',
    hint: 'Axes are whole numbers from −rank to rank − 1, where rank is that of x.',
    call: 'sumBackward',
    names: ofSum,
    given: noAxis,
    runs: 40,
  }),
  stateless({
    id: 'stateless',
    name: 'asked again, the gradients are the same',
    points: 1,
    visibility: 'hidden',
    hint: 'Gradients are summed over the batch of one call. Does anything outlive it?',
    call: 'linearBackward',
    names: ofLayer,
    given: anySizes.chain(layer),
  }),
  allOf({
    id: 'arguments',
    name: 'gradients that come in, inputs, weights and shapes stay as they were',
    points: 1,
    visibility: 'hidden',
    hint: 'The caller still needs what came in, the list of sizes too. Make new tensors, and new lists.',
    of: (claim) => [
      unchanged({ ...claim, call: 'matmulBackward', names: ofProduct, given: anySizes.chain(product) }),
      unchanged({ ...claim, call: 'linearBackward', names: ofLayer, given: anySizes.chain(layer) }),
      unchanged({ ...claim, call: 'sumBackward', names: ofSum, given: fromFront }),
    ],
  }),
];
