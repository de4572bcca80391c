import fc from 'fast-check';
import { add, mul, type Tensor, tensor, zeros } from '#autograd';
import { type Hints, vocabulary } from '#checks';
import { differentSizes, equalSizes, numbersOf, tensorOf, upstreamTimes } from '../draws.ts';
import { byHand } from '../policies.ts';

const { example, oracle, metamorphic, gradient, scalesWithUpstream, throws, stateless, unchanged } =
  vocabulary<typeof import('./broadcasting.ts')>();

export const title = 'Broadcasting, and the way back';
export const needs = [7];
export const hints: Hints = [
  'Write the small operand out as the engine uses it, copy beside copy, and draw an arrow from each of its numbers to every place where it went. The way back follows these arrows.',
  'Lay the two shapes over each other, aligned at the end. A number was copied along the axes that its shape lacks in front, and along those where it has size 1. What did 07 say of a value that is used many times?',
  'First the gradient as if nothing had been broadcast: it has the shape of dY. Then unbroadcast it for each operand, which sums over the copied axes and brings what is left into the operand’s shape. Compare shapes before you begin.',
];
export const policy = byHand();

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
/** Axes in front are missing, and all others are whole. */
const missingAxes = fc.oneof(different, equal).chain((whole) =>
  sums(
    whole,
    fc.integer({ min: 1, max: whole.length }).map((from) => whole.slice(from)),
  ),
);
/** No axis is missing, and one or more that were larger have size 1. */
const stretchedAxes = fc
  .oneof(different, equal)
  .filter((whole) => whole.some((n) => n > 1))
  .chain((whole) =>
    sums(
      whole,
      fc
        .subarray(
          [...whole.keys()].filter((axis) => whole[axis] !== 1),
          { minLength: 1 },
        )
        .map((axes) => whole.map((n, axis) => (axes.includes(axis) ? 1 : n))),
    ),
  );

type Back = [dY: Tensor, a: Tensor, b: Tensor];
/** Operands of these shapes, and a gradient that comes in from their result. */
function back(a: number[], b: number[]): fc.Arbitrary<Back> {
  return fc.tuple(tensorOf([...add(zeros(a), zeros(b)).shape]), tensorOf(a), tensorOf(b));
}
const anyBack = fc
  .oneof(different, equal, scalar)
  .chain((whole) => fc.tuple(partOf(whole), partOf(whole)))
  .chain(([a, b]) => back(a, b));
/** The same, small enough for differences. */
const smallBack = fc
  .constantFrom<number[][]>([2, 3], [2, 2])
  .chain((whole) => fc.tuple(partOf(whole), partOf(whole)))
  .chain(([a, b]) => back(a, b));
/** Nothing is broadcast, so only the product itself can be wrong. */
const plainBack = fc.oneof(different, equal).chain((shape) => back(shape, shape));

/** Shapes that do not broadcast to the gradient’s; summing or reshaping would give something nevertheless. */
const misfitSums: fc.Arbitrary<Sum> = fc
  .constantFrom<[whole: number[], shape: number[]]>(
    [[3], [1, 3]],
    [[], [1]],
    [[4], [2, 2]],
    [
      [2, 3],
      [3, 2],
    ],
    [[2, 3], [2]],
    [
      [2, 2, 3],
      [3, 2],
    ],
    [
      [1, 3],
      [3, 1],
    ],
    [[3], [2]],
  )
  .chain(([whole, shape]) => sums(whole, fc.constant(shape)));

type Shapes = [dY: number[], a: number[], b: number[]];
/** A gradient of another shape than the result, which would be summed without a word. */
const tooLarge: Shapes[] = [
  [[2, 3], [3], [3]],
  [[2, 3], [1, 3], [3]],
  [[1, 3], [3], [1]],
  [[1], [], []],
  [
    [4, 2, 3],
    [2, 3],
    [2, 1],
  ],
  [
    [4, 3],
    [1, 3],
    [1, 1],
  ],
  [
    [2, 3],
    [2, 3],
    [3, 2],
  ],
];
/** The engine would stretch it in the product. */
const tooSmall: Shapes[] = [
  [[1], [3], [3]],
  [[], [3], [3]],
  [[2], [2, 2], [2, 2]],
  [
    [3, 1],
    [3, 2],
    [3, 2],
  ],
];
const misfitBacks = (...all: Shapes[]): fc.Arbitrary<Back> =>
  fc
    .constantFrom(...all)
    .chain(([dY, a, b]): fc.Arbitrary<Back> => fc.tuple(tensorOf(dY), tensorOf(a), tensorOf(b)));

const ofSum = ['grad', 'shape'];
const ofBack = ['dY', 'a', 'b'];
const gradients = ([da, db]: [Tensor, Tensor]) => numbersOf(da, db);

export const checks = [
  example({
    id: 'examples',
    name: 'worked examples',
    points: 3,
    visibility: 'visible',
    hint: 'How often was each number of the operand used? That many numbers of dY go back to it.',
    cases: [
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
    ],
  }),
  metamorphic({
    id: 'total',
    name: 'unbroadcast loses nothing: the sum of all numbers stays the same',
    points: 1,
    visibility: 'visible',
    hint: 'Copies are added up. None is dropped, and nothing is divided.',
    given: anySum,
    same: ({ unbroadcast }, grad, shape) => [unbroadcast(grad, shape).sum().item(), grad.sum().item()],
  }),
  gradient({
    id: 'gradient-example',
    name: 'the gradients of a product are those of finite differences',
    points: 3,
    visibility: 'visible',
    hint: 'Nudge one number of b: how many numbers of a · b move, and by how much each?',
    call: 'mulBackward',
    names: ofBack,
    given: fc.tuple(tensorOf([2, 3]), tensorOf([2, 3]), tensorOf([3])),
    claimed: gradients,
    of: (_, dY, a, b) => upstreamTimes(dY, [a, b], mul),
    runs: 10,
  }),
  oracle({
    id: 'missing-axes',
    name: 'axes that the shape lacks in front are summed away',
    points: 3,
    visibility: 'hidden',
    hint: 'Shapes are aligned at the end, so what is missing is missing in front: the operand was copied along there.',
    call: 'unbroadcast',
    names: ofSum,
    given: missingAxes,
  }),
  oracle({
    id: 'stretched-axes',
    name: 'axes of size 1 are summed and stay',
    points: 3,
    visibility: 'hidden',
    hint: 'The result has exactly the shape that was asked for, every 1 in it included.',
    call: 'unbroadcast',
    names: ofSum,
    given: stretchedAxes,
  }),
  oracle({
    id: 'any-shape',
    name: 'unbroadcast is right for every shape that broadcasts, [] included',
    points: 2,
    visibility: 'hidden',
    hint: 'Both kinds of axes may come together; an axis of size 1 may have been 1 all along; and [] lacks every axis.',
    call: 'unbroadcast',
    names: ofSum,
    given: anySum,
  }),
  gradient({
    id: 'add',
    name: 'the gradients of a sum are right, whatever was broadcast',
    points: 3,
    visibility: 'hidden',
    hint: 'The slope of a + b is 1 for either operand. Which of them was copied?',
    call: 'addBackward',
    names: ofBack,
    given: smallBack,
    claimed: gradients,
    of: (_, dY, a, b) => upstreamTimes(dY, [a, b], add),
    runs: 15,
  }),
  gradient({
    id: 'mul',
    name: 'the gradients of a product are right, whatever was broadcast',
    points: 4,
    visibility: 'hidden',
    hint: 'First the product with the other operand, still in the shape of dY; then the sum over the copies.',
    call: 'mulBackward',
    names: ofBack,
    given: smallBack,
    claimed: gradients,
    of: (_, dY, a, b) => upstreamTimes(dY, [a, b], mul),
    runs: 15,
  }),
  oracle({
    id: 'mul-plain',
    name: 'the gradients of a product are right where nothing is broadcast',
    points: 1,
    visibility: 'hidden',
    hint: 'How fast does a · b change with a? The answer does not contain a.',
    call: 'mulBackward',
    names: ofBack,
    given: plainBack,
  }),
  scalesWithUpstream({
    id: 'upstream',
    name: 'the gradients scale with the gradient that comes in',
    points: 1,
    visibility: 'hidden',
    hint: 'dY is a factor of all that goes back. Is it in both results?',
    call: 'mulBackward',
    names: ofBack,
    given: anyBack,
    upstream: 0,
  }),
  throws({
    id: 'misfits',
    name: 'a shape that does not broadcast to that of the gradient is a RangeError',
    points: 2,
    visibility: 'hidden',
    hint: 'No axes more than the gradient has, and aligned at the end each size is 1 or the same. The same number of numbers is not enough.',
    call: 'unbroadcast',
    names: ofSum,
    given: misfitSums,
    runs: 40,
  }),
  throws({
    id: 'add-misfits',
    name: 'addBackward refuses a gradient that has not the shape of a + b',
    points: 1,
    visibility: 'hidden',
    hint: 'What shape has a + b? dY has exactly that one: a wider gradient would be summed, and nobody would notice.',
    call: 'addBackward',
    names: ofBack,
    given: misfitBacks(...tooLarge, ...tooSmall),
    runs: 40,
  }),
  throws({
    id: 'mul-misfits',
    name: 'mulBackward refuses a gradient that has not the shape of a · b',
    points: 1,
    visibility: 'hidden',
    hint: 'The engine stretches a dY that is too small and you would sum one that is too large. Compare first.',
    call: 'mulBackward',
    names: ofBack,
    given: misfitBacks(...tooLarge, ...tooSmall),
    runs: 40,
  }),
  stateless({
    id: 'stateless',
    name: 'asked again, the gradients are the same',
    points: 1,
    visibility: 'hidden',
    hint: 'Gradients add up within a call. Does a sum outlive one?',
    call: 'mulBackward',
    names: ofBack,
    given: anyBack,
  }),
  unchanged({
    id: 'arguments',
    name: 'the gradient that comes in and the operands stay as they were',
    points: 1,
    visibility: 'hidden',
    hint: 'dY goes to both operands, so neither may write into it.',
    call: 'addBackward',
    names: ofBack,
    given: anyBack,
  }),
];
