import fc from 'fast-check';
import { type Hints, type Policy, vocabulary } from '#checks';
import type { Activation, drive } from './driver.ts';

const { example, oracle, metamorphic, throws, unchanged, stateless, allOf } =
  vocabulary<ReturnType<typeof drive>>();

export const title = 'A neuron';
export const needs = [];
export const hints: Hints = [
  'Take the worked example and a pencil: write the products one below the other, the bias under them, and add up.',
  'A loop over the places i = 0, 1, 2, … needs a running sum. What does it hold before the first input is seen, and what if there is none?',
  'Compare the two lengths first. Nobody says that the running sum begins with 0. And a neuron need not add up anything itself: it calls weightedSum and hands the result to f, once, at the very end.',
];
export const policy: Policy = { engine: false, forbidden: [] };

/** Eighths: their products and sums are exact in any order, so a threshold is passed or it is not. */
const eighth = fc.integer({ min: -16, max: 16 }).map((n) => n / 8);
const eighths = (length: number) => fc.array(eighth, { minLength: length, maxLength: length });
const more = fc.integer({ min: 1, max: 16 }).map((n) => n / 8);

const activation = fc.constantFrom<Activation[]>('identity', 'falling', 'square', 'threshold');

type Sum = [x: number[], w: number[], b: number];
const sumOf = (inputs: number, weights: number): fc.Arbitrary<Sum> =>
  fc.tuple(eighths(inputs), eighths(weights), eighth);
const sums = fc.integer({ min: 1, max: 5 }).chain((n) => sumOf(n, n));
const emptySums = sumOf(0, 0);

/** One length too large, by one or more; nothing at all on one side included. */
const misfits = fc
  .tuple(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
  .chain(([n, more, weights]) => (weights ? sumOf(n, n + more) : sumOf(n + more, n)));

type Firing = [...Sum, f: Activation];
const firing = (sum: fc.Arbitrary<Sum>, f = activation): fc.Arbitrary<Firing> =>
  fc.tuple(sum, f).map(([[x, w, b], name]): Firing => [x, w, b, name]);

const names = ['x', 'w', 'b'];
const namesOfNeuron = [...names, 'f'];

export const checks = [
  example({
    id: 'examples',
    name: 'worked examples',
    points: 2,
    visibility: 'visible',
    hint: 'Write down w[i] · x[i] for each i, then the bias, then add.',
    cases: [
      { call: 'weightedSum', with: [[3, 2], [0.5, -1], 1], gives: 0.5 },
      { call: 'weightedSum', with: [[1, -2, 4], [0.5, 0.25, 2], -3], gives: 5 },
      { call: 'neuron', with: [[3, 2], [0.5, -1], 1, 'square'], gives: 0.25 },
      { call: 'neuron', with: [[3, 2], [0.5, -1], 1, 'threshold'], gives: 1 },
      { call: 'neuron', with: [[3, 2], [0.5, -1], 0, 'threshold'], gives: 0 },
    ],
  }),
  metamorphic({
    id: 'bias-moves',
    name: 'a larger bias makes the sum larger by as much',
    points: 2,
    visibility: 'visible',
    hint: 'How often is the bias added? It should be once.',
    given: fc.tuple(sums, more),
    same: ({ weightedSum }, [x, w, b], c) => [weightedSum(x, w, b + c), weightedSum(x, w, b) + c],
  }),
  metamorphic({
    id: 'activation',
    name: 'with f(z) = 1 − 2z a neuron puts out 1 − 2z',
    points: 1,
    visibility: 'visible',
    hint: 'What goes into f: the sum with its bias, or without?',
    given: fc.tuple(sums),
    same: ({ weightedSum, neuron }, [x, w, b]) => [neuron(x, w, b, 'falling'), 1 - 2 * weightedSum(x, w, b)],
  }),
  oracle({
    id: 'weighted-sum',
    name: 'each input counts by its own weight, and the bias once',
    points: 5,
    visibility: 'hidden',
    hint: 'Try two inputs, and let one of them be 0, then the other. Does each meet its own weight?',
    call: 'weightedSum',
    names,
    given: sums,
  }),
  oracle({
    id: 'no-inputs',
    name: 'without inputs the sum is the bias',
    points: 1,
    visibility: 'hidden',
    hint: 'What does your sum hold before the first product is added?',
    call: 'weightedSum',
    names,
    given: emptySums,
    runs: 5,
  }),
  oracle({
    id: 'neuron',
    name: 'a neuron is f of the weighted sum, for any f',
    points: 4,
    visibility: 'hidden',
    hint: 'Sum up everything first, then call f once with the result.',
    call: 'neuron',
    names: namesOfNeuron,
    given: firing(sums),
    runs: 60,
  }),
  throws({
    id: 'lengths',
    name: 'weights and inputs of different number are a RangeError',
    points: 2,
    visibility: 'hidden',
    hint: 'Compare the lengths before you compute; one may be too large as well as the other.',
    call: 'weightedSum',
    names,
    given: misfits,
  }),
  throws({
    id: 'lengths-of-neuron',
    name: 'a neuron refuses them too',
    points: 1,
    visibility: 'hidden',
    hint: 'A neuron refuses what the weighted sum refuses. Does it use it?',
    call: 'neuron',
    names: namesOfNeuron,
    given: firing(misfits),
  }),
  stateless({
    id: 'stateless',
    name: 'the same inputs asked again give the same',
    points: 1,
    visibility: 'hidden',
    hint: 'Does a running sum outlive the call in which it was begun?',
    call: 'neuron',
    names: namesOfNeuron,
    given: firing(sums),
  }),
  allOf({
    id: 'arguments',
    name: 'inputs and weights stay as they were',
    points: 1,
    visibility: 'hidden',
    hint: 'The caller still needs x and w. Does anything write into them, or take numbers out?',
    of: (claim) => [
      unchanged({ ...claim, call: 'weightedSum', names, given: sums }),
      unchanged({ ...claim, call: 'neuron', names: namesOfNeuron, given: firing(sums) }),
    ],
  }),
];
