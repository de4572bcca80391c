import fc from 'fast-check';
import { exp, type Tensor, tensor } from '#autograd';
import { type Hints, vocabulary } from '#checks';
import { differentSizes, entry, equalSizes, size, tensorOf } from '../draws.ts';
import { byHand } from '../policies.ts';

const { example, oracle, property, metamorphic, gradient, differentiable, stateless, throws, unchanged } =
  vocabulary<typeof import('./cross-entropy.ts')>();

export const title = 'Softmax and cross-entropy';
export const needs = [2, 9];
export const hints: Hints = [
  'A logarithm turns a quotient into a difference: write log(exp(zᵢ) / Σⱼ exp(zⱼ)) as two terms, and one of them is just zᵢ.',
  'Subtracting one number from all scores of a row changes no probability. Subtract the largest, and keep the axis (keepDims) so that the shapes still fit; the sum of the exponentials is then between 1 and C.',
  'Only the right class appears in the loss of a row: gather finds one number in each row. For the gradient, write L = log Σⱼ exp(zⱼ) − z_target and differentiate both terms by each z; the first gives a softmax.',
];
export const policy = byHand(...['softmax', 'logSoftmax', 'logSumExp'].flatMap((name) => [name, `.${name}`]));

type Labelled = [logits: Tensor, targets: number[]];

/** N rows of C scores, each with its class. */
function labelled([N, C]: number[], score = entry): fc.Arbitrary<Labelled> {
  const targets = fc.array(fc.nat({ max: C! - 1 }), { minLength: N!, maxLength: N! });
  return fc.tuple(tensorOf([N!, C!], score), targets);
}

const anySizes = fc.tuple(size, size);
const sizes = fc.oneof(differentSizes(2), equalSizes(2));
/** Small, since every score is nudged; with two classes or more, so that there is a slope. */
const nudged = fc.constantFrom<number[][]>([2, 3], [3, 2], [1, 4], [2, 2], [3, 3]);
const shapes = fc.array(size, { minLength: 1, maxLength: 3 });
const extreme = fc.integer({ min: -10_000, max: 10_000 });
/** Far apart, but not so far that a slope would vanish in the differences. */
const wide = fc.integer({ min: -80, max: 80 }).map((n) => n / 10);

/** Two rows of three scores with something that does not fit; each would give a number if nobody looked. */
const misfits: fc.Arbitrary<Labelled> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.tuple(
      tensorOf([2, 3]),
      fc
        .constantFrom(3, 4, -1, -3, 0.5, 1.5, Number.NaN)
        .chain((bad) => fc.constantFrom<number[]>([bad, 0], [2, bad])),
    ),
  },
  fc.tuple(tensorOf([2, 3]), fc.constantFrom<number[]>([1], [0, 1, 2], [])),
  fc.tuple(
    fc.constantFrom<number[]>([3], [2, 3, 1], []).chain((shape) => tensorOf(shape)),
    fc.constantFrom<number[]>([0], [0, 1]),
  ),
  fc.tuple(tensorOf([0, 3]), fc.constant<number[]>([])),
);

const names = ['logits', 'targets'];
const scores = tensor([
  [1, 2, 3],
  [0.5, 0.5, -1],
]);
const numbers = (t: Tensor): number[] => [...t.data];

export const checks = [
  example({
    id: 'examples',
    name: 'worked examples',
    points: 3,
    visibility: 'visible',
    hint: 'Exponentials, their sum, its logarithm: write the three down for the first row.',
    cases: [
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
    ],
  }),
  property({
    id: 'distribution',
    name: 'the exponentials of a row of logSoftmax sum to 1',
    points: 1,
    visibility: 'visible',
    hint: 'Every score of a row is compared with the others of that row, and with no other row.',
    given: sizes.chain((shape) => fc.tuple(tensorOf(shape))),
    holds: ({ logSoftmax }, logits) => {
      const totals = exp(logSoftmax(logits)).sum(-1);
      return numbers(totals).every((total) => Math.abs(total - 1) < 1e-9);
    },
  }),
  metamorphic({
    id: 'undecided',
    name: 'who gives all C classes the same score pays log C',
    points: 1,
    visibility: 'visible',
    hint: 'Each of the C probabilities is 1 / C then, whatever the targets are.',
    given: anySizes.chain((both) => fc.tuple(labelled(both), entry)),
    same: ({ crossEntropy }, [logits, targets], score) => [
      crossEntropy(logits.mul(0).add(score), targets).item(),
      Math.log(logits.shape[1]!),
    ],
  }),
  gradient({
    id: 'gradient-example',
    name: 'the gradient is that of finite differences',
    points: 2,
    visibility: 'visible',
    hint: 'Raising the score of the right class lowers the loss; raising any other raises it, by its probability.',
    call: 'crossEntropyBackward',
    names,
    given: labelled([2, 3]),
    claimed: (dLogits) => numbers(dLogits),
    of: ({ crossEntropy }, logits, targets) => ({
      f: (point) => crossEntropy(tensor(point).reshape(logits.shape), targets).item(),
      at: numbers(logits),
    }),
    runs: 5,
  }),
  oracle({
    id: 'log-softmax',
    name: 'logSoftmax acts on the last axis, whatever the rank',
    points: 4,
    visibility: 'hidden',
    hint: 'One axis is summed over, and its size must stay. Which axis is it for [N, C], and which for [N, T, C]?',
    call: 'logSoftmax',
    names: ['logits'],
    given: fc.oneof(shapes, equalSizes(2), equalSizes(3)).chain((shape) => fc.tuple(tensorOf(shape))),
    runs: 60,
  }),
  oracle({
    id: 'log-softmax-extreme',
    name: 'logSoftmax is right for scores up to ±10,000',
    points: 3,
    visibility: 'hidden',
    hint: 'e¹⁰⁰⁰ is Infinity, e⁻¹⁰⁰⁰ is 0, and the logarithm of 0 is no help. At which point does the large number come back out?',
    call: 'logSoftmax',
    names: ['logits'],
    given: sizes.chain((shape) => fc.tuple(tensorOf(shape, extreme))),
  }),
  differentiable({
    id: 'log-softmax-gradient',
    name: 'the engine can differentiate logSoftmax',
    points: 2,
    visibility: 'hidden',
    hint: 'Is every step a function of the engine? A number that left the graph brings no gradient back.',
    call: 'logSoftmax',
    names: ['logits'],
    given: fc.oneof(shapes, equalSizes(2)).chain((shape) => fc.tuple(tensorOf(shape))),
    runs: 10,
  }),
  throws({
    id: 'no-axis',
    name: 'logSoftmax of a single number is a RangeError',
    points: 1,
    visibility: 'hidden',
    hint: 'A scalar has no last axis.',
    call: 'logSoftmax',
    names: ['logits'],
    given: fc.tuple(tensorOf([])),
    runs: 5,
  }),
  oracle({
    id: 'loss',
    name: 'the loss is the mean of −log p over the batch',
    points: 3,
    visibility: 'hidden',
    hint: 'One number a row: that of its own target. And then their mean.',
    call: 'crossEntropy',
    names,
    given: sizes.chain((both) => labelled(both)),
  }),
  oracle({
    id: 'loss-extreme',
    name: 'the loss is right where a probability rounds to 0',
    points: 1,
    visibility: 'hidden',
    hint: 'A network that is sure and wrong pays a large loss, and no infinite one. Is there an exponential between the scores and the logarithm that it could round to 0?',
    call: 'crossEntropy',
    names,
    given: sizes.chain((both) => labelled(both, extreme)),
  }),
  differentiable({
    id: 'loss-gradient',
    name: 'the engine can differentiate the loss',
    points: 1,
    visibility: 'hidden',
    hint: 'toArray() and data leave the graph. Which function picks one number from each row inside it?',
    call: 'crossEntropy',
    names,
    given: nudged.chain((both) => labelled(both)),
    runs: 10,
  }),
  gradient({
    id: 'backward',
    name: 'the gradient by hand is right for any scores',
    points: 3,
    visibility: 'hidden',
    hint: 'Two terms: what the logarithm of the sum brings to every class, and what the right class brings by itself. Is the mean in both?',
    call: 'crossEntropyBackward',
    names,
    given: nudged.chain((both) => labelled(both, wide)),
    claimed: (dLogits) => numbers(dLogits),
    of: ({ crossEntropy }, logits, targets) => ({
      f: (point) => crossEntropy(tensor(point).reshape(logits.shape), targets).item(),
      at: numbers(logits),
    }),
    runs: 12,
  }),
  oracle({
    id: 'backward-extreme',
    name: 'the gradient by hand is right for scores up to ±10,000',
    points: 1,
    visibility: 'hidden',
    hint: 'You have a softmax that does not overflow: the exponential of logSoftmax.',
    call: 'crossEntropyBackward',
    names,
    given: sizes.chain((both) => labelled(both, extreme)),
  }),
  throws({
    id: 'misfits',
    name: 'a target that is no class, or a batch that does not fit, is a RangeError',
    points: 1,
    visibility: 'hidden',
    hint: 'Classes are whole numbers from 0 to C − 1, one for each row, and the mean of no rows is nothing.',
    call: 'crossEntropy',
    names,
    given: misfits,
    runs: 80,
  }),
  throws({
    id: 'backward-misfits',
    name: 'so it is on the way back',
    points: 1,
    visibility: 'hidden',
    hint: 'Both functions take the same arguments. Can they share what looks at them?',
    call: 'crossEntropyBackward',
    names,
    given: misfits,
    runs: 80,
  }),
  stateless({
    id: 'stateless',
    name: 'the same batch asked again gives the same loss',
    points: 1,
    visibility: 'hidden',
    hint: 'Does anything outlive a call?',
    call: 'crossEntropy',
    names,
    given: anySizes.chain((both) => labelled(both)),
  }),
  unchanged({
    id: 'arguments',
    name: 'the scores and the targets stay as they were',
    points: 1,
    visibility: 'hidden',
    hint: 'Does anything write into logits, or into the list of targets?',
    call: 'crossEntropyBackward',
    names,
    given: anySizes.chain((both) => labelled(both)),
  }),
];
