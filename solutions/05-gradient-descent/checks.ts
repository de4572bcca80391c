import fc from 'fast-check';
import { type Hints, type Policy, vocabulary } from '#checks';
import { entry, vector } from '../draws.ts';
import { type drive, slopesAt, type Term, valueAt } from './driver.ts';

const { example, oracle, property, metamorphic, throws, stateless } = vocabulary<ReturnType<typeof drive>>();

export const title = 'Gradient descent';
export const needs = [];
export const hints: Hints = [
  'Begin with one weight and f(w) = w². Nudge 3 a little up and a little down: by how much does f change, over which distance?',
  'With several weights, nudge one at a time and leave the others exactly where they are. It is easiest to nudge a copy. A step then changes every weight by its own slope times the learning rate.',
  'The path is a list that begins with a copy of w0. Where does the next step start, and where is its gradient taken? If step returns a new array each time, that array is what the list needs.',
];
export const policy: Policy = { engine: false, forbidden: [] };

/** A product of at most so many of n weights, each as often as it was drawn. */
function term(n: number, degree: number): fc.Arbitrary<Term> {
  const factors = fc.array(fc.nat({ max: n - 1 }), { maxLength: degree });
  const powersOf = (drawn: number[]) =>
    Array.from({ length: n }, (_, i) => drawn.filter((j) => j === i).length);
  return fc.record({ times: entry, powers: factors.map(powersOf) });
}

function polynomial(n: number, degree: number): fc.Arbitrary<Term[]> {
  return fc.array(term(n, degree), { minLength: 1, maxLength: 4 });
}

type Place = [f: Term[], w: number[]];
const weights = fc.integer({ min: 1, max: 4 });
const place = (degree: number): fc.Arbitrary<Place> =>
  weights.chain((n) => fc.tuple(polynomial(n, degree), vector(n)));
const quadratics = place(2);
const cubics = place(3);

/** Flat at 0, where a central difference is times · h². */
const flat: fc.Arbitrary<Place> = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 })
  .map((all): Place => {
    const zeros = all.map(() => 0);
    return [all.map((n, i) => ({ times: n * 1e6, powers: zeros.with(i, 3) })), zeros];
  });

const learningRate = fc.integer({ min: 1, max: 50 }).map((n) => n / 100);

type Step = [w: number[], gradient: number[], learningRate: number];
const stepOf = (n: number, slopes: number): fc.Arbitrary<Step> =>
  fc.tuple(vector(n), vector(slopes), learningRate);
const steps = weights.chain((n) => stepOf(n, n));
const misfitSteps = fc
  .tuple(weights, fc.integer({ min: 1, max: 2 }), fc.boolean())
  .chain(([n, more, tooMany]) => (tooMany ? stepOf(n, n + more) : stepOf(n + more, n)));

type Walk = [...Place, learningRate: number, steps: number];
const walkFrom = (at: fc.Arbitrary<Place>, count: fc.Arbitrary<number>): fc.Arbitrary<Walk> =>
  fc.tuple(at, learningRate, count).map(([[f, w0], rate, n]): Walk => [f, w0, rate, n]);
const walks = walkFrom(quadratics, fc.integer({ min: 0, max: 5 }));
const someSteps = fc.integer({ min: 1, max: 5 });

/** The gradient has a slope too many or too few for w0. */
const misfitWalks = walkFrom(
  fc
    .tuple(weights, fc.boolean())
    .chain(([n, more]) => fc.tuple(polynomial(n + 1, 2), vector(more ? n + 2 : n))),
  someSteps,
);

const namesOfPlace = ['f', 'w'];
const namesOfWalk = ['f', 'w0', 'learningRate', 'steps'];
/** Six digits; what is below 1e-8 is the rounding of f, divided by h. */
const sixDigits = { absolute: 1e-8, relative: 1e-6 };

/** (w₀ − 1)² + 2w₁², a bowl whose lowest point is [1, 0]. */
const bowl: Term[] = [
  { times: 1, powers: [2, 0] },
  { times: -2, powers: [1, 0] },
  { times: 1, powers: [0, 0] },
  { times: 2, powers: [0, 2] },
];

export const checks = [
  example({
    id: 'examples',
    name: 'worked examples',
    points: 3,
    visibility: 'visible',
    hint: 'w² has the slope 2w. Start there, then do one step by hand.',
    cases: [
      { call: 'numericalGradient', with: [[{ times: 1, powers: [2] }], [3]], gives: [6] },
      { call: 'numericalGradient', with: [bowl, [2, -0.5]], gives: [2, -2] },
      { call: 'step', with: [[2, -0.5], [2, -2], 0.25], gives: [1.5, 0] },
      {
        call: 'descend',
        with: [[{ times: 1, powers: [2] }], [3], 0.25, 3],
        gives: [[3], [1.5], [0.75], [0.375]],
      },
      {
        call: 'descend',
        with: [bowl, [2, -0.5], 0.25, 2],
        gives: [
          [2, -0.5],
          [1.5, 0],
          [1.25, 0],
        ],
      },
    ],
    tolerance: sixDigits,
  }),
  metamorphic({
    id: 'calculus',
    name: 'the numerical gradient is that of calculus',
    points: 2,
    visibility: 'visible',
    hint: 'Nudge one weight to both sides, by the same distance. What is the distance between the two places?',
    given: fc.tuple(quadratics),
    same: ({ numericalGradient }, [f, w]) => [numericalGradient(f, w), slopesAt(f, w)],
    tolerance: sixDigits,
  }),
  property({
    id: 'downhill',
    name: 'small steps never lead uphill',
    points: 2,
    visibility: 'visible',
    hint: 'The gradient points to where f grows. Which way is the step? And is there one point for each step, besides the start?',
    given: fc.tuple(quadratics, someSteps),
    holds: ({ descend }, [f, w0], count) => {
      const heights = descend(f, w0, 0.01, count).map((w) => valueAt(f, w));
      return (
        heights.length === count + 1 &&
        heights.every((height, i) => i === 0 || height <= heights[i - 1]! + 1e-9)
      );
    },
  }),
  oracle({
    id: 'gradient',
    name: 'the gradient is right to six digits',
    points: 5,
    visibility: 'hidden',
    hint: 'Is every weight but one exactly where it was, each time f is called? And is the difference taken to both sides?',
    call: 'numericalGradient',
    names: namesOfPlace,
    given: cubics,
    tolerance: sixDigits,
    runs: 60,
  }),
  oracle({
    id: 'given-h',
    name: 'h is the distance to either side',
    points: 3,
    visibility: 'hidden',
    hint: 'Take h = 1 and draw the three places w − h, w and w + h. Which two of them does the difference join?',
    call: 'numericalGradient',
    names: [...namesOfPlace, 'h'],
    given: fc
      .tuple(cubics, fc.constantFrom(0.5, 0.25, 0.1, 0.01))
      .map(([[f, w], h]): [...Place, number] => [f, w, h]),
    tolerance: sixDigits,
  }),
  oracle({
    id: 'default-h',
    name: 'h is 1e-5 where it is not given',
    points: 2,
    visibility: 'hidden',
    hint: 'At 0 the curve c·w³ is flat, and yet its central difference is c·h². So the answer betrays the h.',
    call: 'numericalGradient',
    names: namesOfPlace,
    given: flat,
    tolerance: { absolute: 0, relative: 1e-6 },
  }),
  oracle({
    id: 'step',
    name: 'a step takes from each weight its own slope times the learning rate',
    points: 3,
    visibility: 'hidden',
    hint: 'Do it for one weight: new weight = old weight − learning rate · gradient.',
    call: 'step',
    names: ['w', 'gradient', 'learningRate'],
    given: steps,
  }),
  throws({
    id: 'step-lengths',
    name: 'a gradient of another length than w is a RangeError',
    points: 2,
    visibility: 'hidden',
    hint: 'Compare the two lengths before you compute; either may be the larger.',
    call: 'step',
    names: ['w', 'gradient', 'learningRate'],
    given: misfitSteps,
  }),
  oracle({
    id: 'path',
    name: 'the path has the start and the place after each step',
    points: 4,
    visibility: 'hidden',
    hint: 'Follow two steps by hand. Where is the gradient of the second step taken?',
    call: 'descend',
    names: namesOfWalk,
    given: walks,
    runs: 60,
  }),
  throws({
    id: 'path-lengths',
    name: 'a descent refuses a gradient of another length too',
    points: 1,
    visibility: 'hidden',
    hint: 'A descent is made of steps. Does yours use the one that compares lengths?',
    call: 'descend',
    names: namesOfWalk,
    given: misfitWalks,
  }),
  oracle({
    id: 'arrays',
    name: 'each point of the path is an array of its own',
    points: 1,
    visibility: 'hidden',
    hint: 'An array in a list stays the array that it is: who changes it changes the list. Is any of yours there twice, or the caller’s w0?',
    call: 'arrays',
    names: namesOfWalk,
    given: walks,
  }),
  oracle({
    id: 'arguments',
    name: 'all arguments stay as they were, to the last digit',
    points: 1,
    visibility: 'hidden',
    hint: 'Adding h, taking off 2h and adding h again does not always lead back to the same number. Who keeps the old one?',
    call: 'argumentsAfter',
    names: namesOfWalk,
    given: walks,
    tolerance: { absolute: 0, relative: 0 },
  }),
  stateless({
    id: 'stateless',
    name: 'the same descent again takes the same path',
    points: 1,
    visibility: 'hidden',
    hint: 'Where does your list of points begin: inside the call, or outside?',
    call: 'descend',
    names: namesOfWalk,
    given: walks,
  }),
];
