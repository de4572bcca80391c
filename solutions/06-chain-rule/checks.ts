import fc from 'fast-check';
import { type Hints, type Policy, vocabulary } from '#checks';
import { entry } from '../draws.ts';
import type { Weights } from './chain-rule.ts';
import * as solution from './chain-rule.ts';

const { example, oracle, property, gradient, stateless, unchanged } = vocabulary<typeof solution>();

export const title = 'The chain rule, by hand';
export const needs = [2, 5];
export const hints: Hints = [
  'Go back one arrow at a time, and keep each result: how fast does L change with ŷ, then with a, then with z? Each is the one before it times one local slope.',
  'ŷ = w2·a + b2 is reached by three numbers: its slope with respect to a is w2, to w2 it is a, to b2 it is 1. z = w1·x + b1 is of the same form.',
  'The square gives the first factor, and from there on nothing is left out: the slopes of w2 and b2 need one more factor each, those of w1 and b1 go through w2, through the slope of tanh (from its output a, as in 02), and then through z.',
];
export const policy: Policy = { engine: false, forbidden: [] };

const parameters = fc.record({ w1: entry, b1: entry, w2: entry, b2: entry });
type Sample = [p: Weights, x: number, y: number];
const samples: fc.Arbitrary<Sample> = fc.tuple(parameters, entry, entry);
/** An error that does not vanish, so that each gradient has many exact digits. */
const wrongSamples = samples.filter(([p, x, y]) => Math.abs(solution.forward(p, x).yhat - y) > 0.1);

const worked: Weights = { w1: 0.5, b1: -0.25, w2: -2, b2: 1 };
const names = ['p', 'x', 'y'];
const inOrder = ({ w1, b1, w2, b2 }: Weights): number[] => [w1, b1, w2, b2];

/** The loss, as a function of the four weights in order. */
function lossOf(forward: (p: Weights, x: number) => { yhat: number }, x: number, y: number) {
  return ([w1, b1, w2, b2]: number[]) => (forward({ w1: w1!, b1: b1!, w2: w2!, b2: b2! }, x).yhat - y) ** 2;
}

export const checks = [
  example({
    id: 'examples',
    name: 'worked examples',
    points: 2,
    visibility: 'visible',
    hint: 'Write the number on each arrow of the picture, forward first, then backward.',
    cases: [
      {
        call: 'forward',
        with: [worked, 1.5],
        gives: { z: 0.5, a: 0.46211715726000974, yhat: 0.07576568547998053 },
      },
      {
        call: 'gradients',
        with: [worked, 1.5, 1],
        gives: {
          w1: 4.361171888301524,
          b1: 2.907447925534349,
          w2: -0.8542090681362903,
          b2: -1.848468629040039,
        },
      },
    ],
  }),
  property({
    id: 'downhill',
    name: 'a small step against the gradients makes the loss smaller',
    points: 1,
    visibility: 'visible',
    hint: 'Follow the signs: where ŷ is too large, L grows with ŷ. Does every gradient point to where L grows?',
    given: samples,
    holds: ({ forward, gradients }, p, x, y) => {
      const loss = lossOf(forward, x, y);
      const here = inOrder(p);
      const slopes = inOrder(gradients(p, x, y));
      const below = loss(here.map((weight, i) => weight - 0.001 * slopes[i]!));
      return below < loss(here) || loss(here) < 1e-6;
    },
  }),
  gradient({
    id: 'gradient-example',
    name: 'the gradients are those of finite differences',
    points: 2,
    visibility: 'visible',
    hint: 'The table shows which of the four are wrong. What do they have in common on the way back?',
    call: 'gradients',
    names,
    given: fc.tuple(fc.constant(worked), entry, entry),
    claimed: inOrder,
    entries: ['w1', 'b1', 'w2', 'b2'],
    of: ({ forward }, p, x, y) => ({ f: lossOf(forward, x, y), at: inOrder(p) }),
    runs: 10,
  }),
  oracle({
    id: 'forward',
    name: 'the way forward is right, and so are the numbers in between',
    points: 4,
    visibility: 'hidden',
    hint: 'z comes before tanh, a after it; the second weight and bias act on a.',
    call: 'forward',
    names: ['p', 'x'],
    given: fc.tuple(parameters, entry),
  }),
  gradient({
    id: 'gradients',
    name: 'the gradients are right for any weights',
    points: 6,
    visibility: 'hidden',
    hint: 'Multiply along the way from L back to the weight: one factor for each arrow, none twice.',
    call: 'gradients',
    names,
    given: samples,
    claimed: inOrder,
    entries: ['w1', 'b1', 'w2', 'b2'],
    of: ({ forward }, p, x, y) => ({ f: lossOf(forward, x, y), at: inOrder(p) }),
  }),
  oracle({
    id: 'exact',
    name: 'the gradients are exact, not differences',
    points: 2,
    visibility: 'hidden',
    hint: 'If only this one fails, the gradients are differences of two losses, which are only nearly the slope.',
    call: 'gradients',
    names,
    given: wrongSamples,
    tolerance: { absolute: 1e-12, relative: 1e-10 },
  }),
  oracle({
    id: 'no-input',
    name: 'an input of 0 teaches w1 nothing, and the others as ever',
    points: 1,
    visibility: 'hidden',
    hint: 'x is a factor of one of the four gradients only. Which?',
    call: 'gradients',
    names,
    given: fc.tuple(parameters, fc.constant(0), entry),
  }),
  stateless({
    id: 'stateless',
    name: 'the same sample asked again gives the same gradients',
    points: 1,
    visibility: 'hidden',
    hint: 'Does anything of the way forward outlive a call?',
    call: 'gradients',
    names,
    given: samples,
  }),
  unchanged({
    id: 'arguments',
    name: 'the weights stay as they were',
    points: 1,
    visibility: 'hidden',
    hint: 'gradients only says how to change the weights; whoever learns does it (05). Make a new object.',
    call: 'gradients',
    names,
    given: samples,
  }),
];
