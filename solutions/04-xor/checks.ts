import fc from 'fast-check';
import { type Hints, type Policy, vocabulary } from '#checks';
import { differentSizes, entry, equalSizes, matrix, size, vector } from '../draws.ts';
import type { NetParameters } from './xor.ts';
import * as solution from './xor.ts';

const { example, oracle, property, metamorphic, throws, unchanged, stateless } =
  vocabulary<typeof solution>();

export const title = 'XOR: where a line is not enough';
export const needs = [2, 3];
export const hints: Hints = [
  'Draw the four corners on paper. One line cannot part the two classes; how would two parallel lines do it?',
  'A hidden unit is near −1 on one side of its line and near 1 on the other; its row of W1 and its number in b1 say where the line runs. Let one unit be “at least one input is on”, the other “both are on”.',
  'Write down h for each of the four corners. Which weights w2 give the two corners of class 1 one number, and the other two a smaller one? b2 puts zero between them; larger weights make the step steeper and the margin wider.',
];
export const policy: Policy = { engine: false, forbidden: [] };

type Net = [x: number[], p: NetParameters];

/** I inputs, H hidden units. */
function net([I, H]: [number, number]): fc.Arbitrary<Net> {
  const p = fc.record({ W1: matrix(H, I), b1: vector(H), w2: vector(H), b2: entry });
  return fc.tuple(vector(I), p);
}

const pairOf = ([I, H]: number[]): [number, number] => [I!, H!];
const anySizes = fc.tuple(size, size);
const different = differentSizes(2).map(pairOf);
const equal = equalSizes(2).map(pairOf);

const longer = (v: number[]): number[] => [...v, 1];
const shorter = (v: number[]): number[] => v.slice(1);

/** Nets with one length that does not fit; each would give a number, or NaN, if nobody looked. */
const misfits: fc.Arbitrary<Net> = fc
  .tuple(net([2, 3]), fc.constantFrom(longer, shorter), fc.nat({ max: 3 }), fc.nat({ max: 2 }))
  .map(([[x, p], change, which, ragged]): Net => {
    switch (which) {
      case 0:
        return [change(x), p];
      case 1:
        return [x, { ...p, b1: change(p.b1) }];
      case 2:
        return [x, { ...p, w2: change(p.w2) }];
      default:
        return [x, { ...p, W1: p.W1.map((row, k) => (k === ragged ? change(row) : row)) }];
    }
  });

/** Of the unit square. */
const corners: [number, number][] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

/** Near the four corners, moved by these numbers in either direction: the points that the weights get wrong. */
function wrongPoints(p: NetParameters, moves: number[]): number[][] {
  return corners.flatMap(([x1, x2]) =>
    moves
      .flatMap((dx) => moves.map((dy) => [x1 + dx, x2 + dy]))
      .filter((point) => solution.hiddenNet(point, p) > 0.5 !== (x1 !== x2)),
  );
}

const move = fc.integer({ min: -100, max: 100 }).map((n) => n / 1000);

/** Eighths: their sums are exact in any order, so a corner lies on a line or it does not. */
const eighth = fc.integer({ min: -16, max: 16 }).map((n) => n / 8);
const line = fc.tuple(vector(2, eighth), eighth);
/** Lines through one or more of the corners. */
const lineThroughCorner = fc
  .tuple(vector(2, eighth), fc.constantFrom(...corners))
  .map(([[w1, w2], [x1, x2]]): [number[], number] => [[w1!, w2!], -(w1! * x1 + w2! * x2)]);

export const checks = [
  example({
    id: 'examples',
    name: 'worked examples',
    points: 3,
    visibility: 'visible',
    hint: 'Compute the hidden values first, one row of W1 at a time; for a line, the number at each of the four corners.',
    cases: [
      {
        call: 'hiddenNet',
        with: [[1, 2], { W1: [[0.5, -0.25]], b1: [1], w2: [2], b2: -1 }],
        gives: 0.6278929975347187,
      },
      {
        call: 'hiddenNet',
        with: [
          [1, 2],
          {
            W1: [
              [0.5, 0.25],
              [-1, 1],
              [0, -0.5],
            ],
            b1: [0, 0.5, 0.5],
            w2: [1, -2, 0.5],
            b2: 0.25,
          },
        ],
        gives: 0.263130455504754,
      },
      { call: 'lineAccuracy', with: [[1, 1], -0.5], gives: 0.75 },
      { call: 'lineAccuracy', with: [[1, -1], 0.5], gives: 0.25 },
      { call: 'lineAccuracy', with: [[1, 0], -0.5], gives: 0.5 },
    ],
  }),
  metamorphic({
    id: 'output-alone',
    name: 'where w2 is 0, the output is σ(b2)',
    points: 1,
    visibility: 'visible',
    hint: 'The last thing that the net does is to squash w2·h + b2 with the sigmoid.',
    given: anySizes.chain(net),
    same: ({ hiddenNet }, x, p) => {
      const deaf = { ...p, w2: p.w2.map(() => 0) };
      return [hiddenNet(x, deaf), 1 / (1 + Math.exp(-p.b2))];
    },
    runs: 20,
  }),
  property({
    id: 'no-line',
    name: 'a line gets one, two or three corners right, and never all four',
    points: 1,
    visibility: 'visible',
    hint: 'XOR is 1 at the corners [0, 1] and [1, 0] and 0 at the other two.',
    given: line,
    holds: ({ lineAccuracy }, w, b) => [0.25, 0.5, 0.75].includes(lineAccuracy(w, b)),
  }),
  metamorphic({
    id: 'own-net',
    name: 'your net with your weights gets every corner right',
    points: 2,
    visibility: 'visible',
    hint: 'Above ½ at [0, 1] and [1, 0]; at most ½ at [0, 0] and [1, 1].',
    given: fc.tuple(),
    same: ({ hiddenNet, xorParams }) => {
      const p = xorParams();
      return [corners.map((x) => hiddenNet(x, p) > 0.5), [false, true, true, false]];
    },
    runs: 1,
  }),
  oracle({
    id: 'different-sizes',
    name: 'the net is right when its sizes differ',
    points: 4,
    visibility: 'hidden',
    hint: 'W1 has a row for each hidden unit, and in it a number for each input.',
    call: 'hiddenNet',
    names: ['x', 'p'],
    given: different.chain(net),
  }),
  oracle({
    id: 'equal-sizes',
    name: 'the net is right when it has as many hidden units as inputs',
    points: 3,
    visibility: 'hidden',
    hint: 'A square W1 fits both ways round: a row is a hidden unit, a column an input.',
    call: 'hiddenNet',
    names: ['x', 'p'],
    given: equal.chain(net),
  }),
  throws({
    id: 'misfits',
    name: 'a length that does not fit is a RangeError',
    points: 3,
    visibility: 'hidden',
    hint: 'Which of x, W1, b1 and w2 are compared with one another? Is every row of W1?',
    call: 'hiddenNet',
    names: ['x', 'p'],
    given: misfits,
    runs: 80,
  }),
  stateless({
    id: 'stateless',
    name: 'the same net asked again gives the same',
    points: 1,
    visibility: 'hidden',
    hint: 'A net is a function of x and p alone. Does anything outlive a call?',
    call: 'hiddenNet',
    names: ['x', 'p'],
    given: anySizes.chain(net),
  }),
  unchanged({
    id: 'arguments',
    name: 'the input and the weights stay as they were',
    points: 1,
    visibility: 'hidden',
    hint: 'The weights serve for the next input too. Does anything write into them?',
    call: 'hiddenNet',
    names: ['x', 'p'],
    given: anySizes.chain(net),
  }),
  metamorphic({
    id: 'corners',
    name: 'your weights make the course’s net right at the four corners',
    points: 1,
    visibility: 'hidden',
    hint: 'Write down the two hidden values at each corner, and then w2·h + b2. Where is it on the wrong side of 0?',
    given: fc.tuple(),
    same: ({ xorParams }) => [wrongPoints(xorParams(), [0]), []],
    runs: 1,
  }),
  metamorphic({
    id: 'moved-corners',
    name: 'the weights stay right when each coordinate is moved by up to 0.1',
    points: 4,
    visibility: 'hidden',
    hint: 'Some corner lies too near to the border between the classes. Which of your lines would you shift, or make steeper?',
    given: fc.tuple(move, move),
    same: ({ xorParams }, inside, further) => [wrongPoints(xorParams(), [-0.1, inside, further, 0.1]), []],
    runs: 15,
  }),
  oracle({
    id: 'line',
    name: 'the share of corners that a line gets right',
    points: 3,
    visibility: 'hidden',
    hint: 'Count the corners where “w·x + b is above 0” and “XOR is 1” are both true or both false.',
    call: 'lineAccuracy',
    names: ['w', 'b'],
    given: line,
  }),
  oracle({
    id: 'line-through-corner',
    name: 'a corner on the line itself is called 0',
    points: 2,
    visibility: 'hidden',
    hint: 'On the line w·x + b is exactly 0. What does “greater than” say of that?',
    call: 'lineAccuracy',
    names: ['w', 'b'],
    given: lineThroughCorner,
  }),
  throws({
    id: 'line-lengths',
    name: 'a line has two weights, else it is a RangeError',
    points: 1,
    visibility: 'hidden',
    hint: 'The corners have two coordinates. How many weights came?',
    call: 'lineAccuracy',
    names: ['w', 'b'],
    given: fc.tuple(
      fc.constantFrom(1, 3).chain((n) => vector(n)),
      entry,
    ),
  }),
];
