import fc from 'fast-check';
import { type Hints, type Policy, vocabulary } from '#checks';

const { example, oracle, property, metamorphic, stateless, unchanged } =
  vocabulary<typeof import('./activations.ts')>();

export const title = 'Activations and their slopes';
export const needs = [1];
export const hints: Hints = [
  'Begin with the functions themselves, as the table of equations gives them, and look at numbers near 0. For the slopes, write y for the function in each fraction and see what is left.',
  'An exponential becomes Infinity from e⁷¹⁰ on, and Infinity / Infinity is NaN; 1 / Infinity is 0. Multiply top and bottom of a fraction by the same exponential until no large one stands on top.',
  'tanh is a sigmoid twice as high and twice as steep, moved to 0. In softmax you may take the same number off every score; take off the one that leaves no exponent above 0. For the slopes: 1 − σ(z) = e⁻ᶻ / (1 + e⁻ᶻ), and tanh’(z) follows from the quotient rule.',
];
export const policy: Policy = { engine: false, forbidden: ['Math.tanh'] };

/** Thousandths, so that a counterexample is easy to read. */
const moderate = fc.integer({ min: -6000, max: 6000 }).map((n) => n / 1000);
/** Where the curves flatten, and where exponentials overflow. */
const far = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -10_000, max: 10_000 }));
const scores = fc.array(moderate, { minLength: 1, maxLength: 6 });
const farScores = fc.array(far, { minLength: 1, maxLength: 6 });
/** Outputs of the sigmoid; far out they are rounded to 0 or 1. */
const unit = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
const signedUnit = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 1000);
/** 0, where the slope breaks, as often as any other. */
const reluOutput = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 6000 }).map((n) => n / 1000),
);

export const checks = [
  example({
    id: 'examples',
    name: 'worked examples',
    points: 3,
    visibility: 'visible',
    hint: 'Do the first failing example by hand, with the equation beside you.',
    cases: [
      { call: 'sigmoid', with: [0], gives: 0.5 },
      { call: 'sigmoid', with: [2], gives: 0.8807970779778823 },
      { call: 'tanh', with: [0.5], gives: 0.46211715726000974 },
      { call: 'relu', with: [-3], gives: 0 },
      { call: 'relu', with: [1.5], gives: 1.5 },
      { call: 'softmax', with: [[0, 0]], gives: [0.5, 0.5] },
      {
        call: 'softmax',
        with: [[1, 2, 3]],
        gives: [0.09003057317038046, 0.24472847105479764, 0.6652409557748218],
      },
      { call: 'sigmoidSlope', with: [0.5], gives: 0.25 },
      { call: 'tanhSlope', with: [0.5], gives: 0.75 },
      { call: 'reluSlope', with: [2], gives: 1 },
    ],
  }),
  metamorphic({
    id: 'sigmoid-symmetry',
    name: 'σ(−z) = 1 − σ(z)',
    points: 1,
    visibility: 'visible',
    hint: 'The sigmoid is symmetric about the point (0, ½). What does yours give for z and for −z?',
    given: fc.tuple(moderate),
    same: ({ sigmoid }, z) => [sigmoid(-z), 1 - sigmoid(z)],
  }),
  property({
    id: 'softmax-distribution',
    name: 'softmax gives positive numbers that sum to 1',
    points: 2,
    visibility: 'visible',
    hint: 'Divide every exponential by the same total.',
    given: fc.tuple(scores),
    holds: ({ softmax }, z) => {
      const p = softmax(z);
      const total = p.reduce((sum, x) => sum + x, 0);
      return p.length === z.length && p.every((x) => x > 0) && Math.abs(total - 1) < 1e-9;
    },
  }),
  oracle({
    id: 'sigmoid',
    name: 'sigmoid is 1 / (1 + e⁻ᶻ)',
    points: 2,
    visibility: 'hidden',
    hint: 'Mind the sign in the exponent.',
    call: 'sigmoid',
    names: ['z'],
    given: fc.tuple(moderate),
  }),
  oracle({
    id: 'sigmoid-far',
    name: 'sigmoid stays right up to |z| = 10,000',
    points: 1,
    visibility: 'hidden',
    hint: 'e¹⁰⁰⁰ is Infinity, and Infinity / Infinity is NaN. Try 10,000 and −10,000.',
    call: 'sigmoid',
    names: ['z'],
    given: fc.tuple(far),
  }),
  oracle({
    id: 'tanh',
    name: 'tanh is right to 1e-12',
    points: 3,
    visibility: 'hidden',
    hint: 'tanh is a stretched sigmoid: tanh(z) = 2σ(2z) − 1.',
    call: 'tanh',
    names: ['z'],
    given: fc.tuple(moderate),
    tolerance: { absolute: 1e-12, relative: 0 },
  }),
  oracle({
    id: 'tanh-far',
    name: 'tanh stays right up to |z| = 10,000',
    points: 1,
    visibility: 'hidden',
    hint: 'e¹⁰⁰⁰ is Infinity, and Infinity / Infinity is NaN. Which exponent can you keep from being positive?',
    call: 'tanh',
    names: ['z'],
    given: fc.tuple(far),
    tolerance: { absolute: 1e-12, relative: 0 },
  }),
  oracle({
    id: 'relu',
    name: 'relu passes what is positive and nothing else',
    points: 2,
    visibility: 'hidden',
    hint: 'What does relu do with a negative number, exactly?',
    call: 'relu',
    names: ['z'],
    given: fc.tuple(fc.oneof(moderate, far)),
  }),
  oracle({
    id: 'softmax',
    name: 'softmax is exp(zᵢ) / Σ exp(zⱼ)',
    points: 3,
    visibility: 'hidden',
    hint: 'Every output depends on every input, through the total.',
    call: 'softmax',
    names: ['z'],
    given: fc.tuple(scores),
  }),
  oracle({
    id: 'softmax-far',
    name: 'softmax stays right for scores up to ±10,000',
    points: 3,
    visibility: 'hidden',
    hint: 'softmax(z) = softmax(z − c) for every c. Which c keeps the exponentials from overflowing?',
    call: 'softmax',
    names: ['z'],
    given: fc.tuple(farScores),
  }),
  example({
    id: 'softmax-empty',
    name: 'softmax of nothing is nothing',
    points: 1,
    visibility: 'hidden',
    hint: 'An empty list is a list too.',
    cases: [{ call: 'softmax', with: [[]], gives: [] }],
  }),
  unchanged({
    id: 'arguments',
    name: 'softmax leaves its argument alone',
    points: 1,
    visibility: 'hidden',
    hint: 'The caller still needs z. Does anything write into it, or sort it?',
    call: 'softmax',
    names: ['z'],
    given: fc.tuple(scores),
  }),
  stateless({
    id: 'stateless',
    name: 'softmax of the same scores is the same again',
    points: 1,
    visibility: 'hidden',
    hint: 'Does a total, or the largest score, outlive a call?',
    call: 'softmax',
    names: ['z'],
    given: fc.tuple(scores),
  }),
  oracle({
    id: 'sigmoid-slope',
    name: 'the slope of the sigmoid, from its output',
    points: 2,
    visibility: 'hidden',
    hint: 'The argument is y = σ(z), already computed; z is not needed any more.',
    call: 'sigmoidSlope',
    names: ['y'],
    given: fc.tuple(unit),
  }),
  oracle({
    id: 'tanh-slope',
    name: 'the slope of tanh, from its output',
    points: 2,
    visibility: 'hidden',
    hint: 'Differentiate tanh and write the result with tanh itself.',
    call: 'tanhSlope',
    names: ['y'],
    given: fc.tuple(signedUnit),
  }),
  oracle({
    id: 'relu-slope',
    name: 'the slope of relu: 1, and 0 at the kink',
    points: 2,
    visibility: 'hidden',
    hint: 'At y = 0 the slope is 0 in this course.',
    call: 'reluSlope',
    names: ['y'],
    given: fc.tuple(reluOutput),
  }),
];
