import fc from 'fast-check';
import { type Hints, type Policy, vocabulary } from '#checks';
import type { drive, Step } from './driver.ts';

const { example, oracle, property, metamorphic, gradient, stateless } =
  vocabulary<ReturnType<typeof drive>>();

export const title = 'A scalar engine';
export const needs = [2, 6];
export const hints: Hints = [
  'Let each result remember two things when it is made: the values that it was made from, and its slope with respect to each of them. Then backward needs to know nothing about addition or tanh.',
  'backward takes all values in an order in which whoever uses a value comes before it. When a value’s turn comes its gradient is complete, and each of its inputs gets slope times gradient, added to what it has.',
  'Build the order without recursion: keep a list of values that you are inside of, each with the number of inputs you have looked at. A value goes into the order when its inputs are through. Before the walk back, set the gradient of everything that is not a leaf to 0.',
];
export const policy: Policy = { engine: false, forbidden: [] };

/** Hundredths away from zero, where every operation is smooth. */
const leaf = fc
  .oneof(fc.integer({ min: 20, max: 200 }), fc.integer({ min: -200, max: -20 }))
  .map((n) => n / 100);
const pair = fc.tuple(leaf, leaf);

/** (a·b + a)·tanh(b): both leaves are used more than once. */
const reused: Step[] = [
  { op: 'mul', a: 0, b: 1 },
  { op: 'add', a: 2, b: 0 },
  { op: 'tanh', a: 1 },
  { op: 'mul', a: 3, b: 4 },
];

type Run = [leaves: number[], program: Step[]];

const binary = fc.constantFrom('add', 'sub', 'mul', 'div');
const unary = fc.constantFrom('neg', 'exp', 'tanh', 'relu');
const power = fc.constantFrom(-2, -1, 0, 0.5, 1, 2, 3);
const place = fc.nat({ max: 99 });
const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ op: binary, a: place, b: place }) },
  { weight: 1, arbitrary: fc.record({ op: binary, a: place, by: leaf }) },
  { weight: 2, arbitrary: fc.record({ op: unary, a: place }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('pow' as const), a: place, by: power }) },
);

/** Every operation, with both kinds of operands. */
const operations: Step[] = [
  { op: 'add', a: 0, b: 1 },
  { op: 'sub', a: 0, b: 1 },
  { op: 'mul', a: 0, b: 1 },
  { op: 'div', a: 0, b: 1 },
  { op: 'add', a: 0, by: 1.5 },
  { op: 'sub', a: 1, by: 0.5 },
  { op: 'mul', a: 0, by: -2 },
  { op: 'div', a: 1, by: 4 },
  { op: 'pow', a: 0, by: 3 },
  { op: 'pow', a: 1, by: -1 },
  { op: 'neg', a: 0 },
  { op: 'exp', a: 1 },
  { op: 'tanh', a: 0 },
  { op: 'relu', a: 1 },
];
/** The sum of what all operations give: a single wrong slope makes it wrong. */
const sumOfOperations: fc.Arbitrary<Run> = pair.map((leaves) => [leaves, withSum(operations, leaves.length)]);

/** The steps, whose results begin at a place, and then steps that add each result to the sum so far. */
function withSum(steps: Step[], first: number): Step[] {
  const sums = steps.slice(1).map((_, i): Step => {
    const sumSoFar = i === 0 ? first : first + steps.length + i - 1;
    return { op: 'add', a: first + i + 1, b: sumSoFar };
  });
  return [...steps, ...sums];
}

/** A value is used at once and, by a detour, again; its gradient is complete only when both have brought theirs. */
const detours: fc.Arbitrary<Run> = fc
  .tuple(pair, fc.integer({ min: 1, max: 3 }), fc.boolean())
  .map(([leaves, length, detourFirst]): Run => {
    const shared = 3;
    const end = shared + length;
    return [
      leaves,
      [
        { op: 'mul', a: 0, b: 1 },
        { op: 'tanh', a: 2 },
        ...Array.from({ length }, (_, i): Step => ({ op: 'add', a: shared + i, by: 1 })),
        detourFirst ? { op: 'mul', a: end, b: shared } : { op: 'mul', a: shared, b: end },
      ],
    ];
  });

/** Each step may use the leaves and what the steps before it made; the last step joins the two newest values. */
const programs: fc.Arbitrary<Run> = fc
  .tuple(fc.array(leaf, { minLength: 1, maxLength: 3 }), fc.array(anyStep, { minLength: 1, maxLength: 7 }))
  .map(([leaves, steps]): Run => [leaves, wire(leaves.length, steps)])
  .filter(([leaves, program]) => isTame(leaves, program));

function wire(leaves: number, steps: Step[]): Step[] {
  const wired = steps.map((step, i): Step => {
    const within = { a: step.a % (leaves + i) };
    return 'b' in step ? { ...step, ...within, b: step.b % (leaves + i) } : { ...step, ...within };
  });
  const newest = leaves + steps.length - 1;
  return [...wired, { op: 'add', a: newest, b: newest - 1 < 0 ? newest : newest - 1 }];
}

/** No value overflows, no denominator or relu argument comes near 0, where slopes break or explode. */
function isTame(leaves: number[], program: Step[]): boolean {
  const values = [...leaves];
  return program.every((step) => {
    const a = values[step.a]!;
    const b = 'b' in step ? values[step.b]! : 'by' in step ? step.by : 0;
    values.push(compute[step.op](a, b));
    const singular = (step.op === 'div' && Math.abs(b) < 0.2) || (step.op === 'pow' && Math.abs(a) < 0.2);
    const kink = step.op === 'relu' && Math.abs(a) < 0.01;
    return !singular && !kink && Math.abs(values.at(-1)!) < 50;
  });
}

const compute: Record<Step['op'], (a: number, b: number) => number> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  pow: (a, n) => a ** n,
  neg: (a) => -a,
  exp: Math.exp,
  tanh: Math.tanh,
  relu: (a) => Math.max(0, a),
};

const times = fc.constantFrom(1, 2, 3);

/** Somewhere inside, then at the result. */
const severalRoots = fc.tuple(programs, place).map(([[leaves, program], at]): [...Run, places: number[]] => {
  const result = leaves.length + program.length - 1;
  return [leaves, program, [at % result, result]];
});

/** Powers and relu where their slopes need a thought. */
const corners: fc.Arbitrary<Run> = fc.constantFrom(
  [[0], [{ op: 'relu', a: 0 }]],
  [[0], [{ op: 'pow', a: 0, by: 1 }]],
  [[0], [{ op: 'pow', a: 0, by: 0 }]],
  [[0], [{ op: 'pow', a: 0, by: 2 }]],
);

export const checks = [
  example({
    id: 'examples',
    name: 'worked examples',
    points: 4,
    visibility: 'visible',
    hint: 'Draw the graph, write the number on each node, then go back from the result with one slope an edge.',
    cases: [
      // (a·b + c)·f, the lecture's chain with numbers
      {
        call: 'evaluate',
        with: [
          [2, -3, 10, -2],
          [
            { op: 'mul', a: 0, b: 1 },
            { op: 'add', a: 4, b: 2 },
            { op: 'mul', a: 5, b: 3 },
          ],
        ],
        gives: -8,
      },
      {
        call: 'gradients',
        with: [
          [2, -3, 10, -2],
          [
            { op: 'mul', a: 0, b: 1 },
            { op: 'add', a: 4, b: 2 },
            { op: 'mul', a: 5, b: 3 },
          ],
        ],
        gives: [6, -4, -2, 4],
      },
      { call: 'gradients', with: [[3], [{ op: 'mul', a: 0, b: 0 }]], gives: [6] },
      { call: 'gradients', with: [[4, 2], [{ op: 'div', a: 0, b: 1 }]], gives: [0.5, -1] },
    ],
  }),
  metamorphic({
    id: 'inverse',
    name: 'a − b + b is a, in value and in slopes',
    points: 2,
    visibility: 'visible',
    hint: 'Two paths lead back to b: one brings −1, the other 1.',
    given: pair,
    same: ({ evaluate, gradients }, a, b) => {
      const there: Step[] = [
        { op: 'sub', a: 0, b: 1 },
        { op: 'add', a: 2, b: 1 },
      ];
      return [
        [evaluate([a, b], there), ...gradients([a, b], there)],
        [a, 1, 0],
      ];
    },
    runs: 10,
  }),
  gradient({
    id: 'reused-leaves',
    name: 'leaves that are used twice receive both gradients',
    points: 2,
    visibility: 'visible',
    hint: 'A value that is used twice passes its blame on along both ways: the gradients add up.',
    call: 'gradients',
    names: ['leaves', 'program'],
    given: fc.tuple(pair, fc.constant(reused)),
    claimed: (gradients) => gradients,
    of: ({ evaluate }, leaves, program) => ({ f: (point) => evaluate(point, program), at: leaves }),
    runs: 10,
  }),
  oracle({
    id: 'values',
    name: 'every operation computes its number',
    points: 3,
    visibility: 'hidden',
    hint: 'Leave the gradients aside: is the number right for each operation, with a Value and with a plain number?',
    call: 'numbers',
    names: ['leaves', 'program', 'times'],
    given: programs.map(([leaves, program]) => [leaves, program, 0]),
    runs: 30,
  }),
  gradient({
    id: 'gradients',
    name: 'the gradients of any program are those of finite differences',
    points: 4,
    visibility: 'hidden',
    hint: 'A node may pass its gradient on only when all that use it have brought theirs.',
    call: 'gradients',
    names: ['leaves', 'program'],
    given: programs,
    claimed: (gradients) => gradients,
    of: ({ evaluate }, leaves, program) => ({ f: (point) => evaluate(point, program), at: leaves }),
    runs: 15,
  }),
  oracle({
    id: 'operations',
    name: 'every operation has its slopes',
    points: 3,
    visibility: 'hidden',
    hint: 'Take one operation at a time: how fast does its result change with the first operand, and with the second?',
    call: 'gradients',
    names: ['leaves', 'program'],
    given: sumOfOperations,
    runs: 10,
  }),
  oracle({
    id: 'detours',
    name: 'a shared value waits for the longer way too',
    points: 3,
    visibility: 'hidden',
    hint: 'One use is near the result, another far from it. Which of them has brought its share when the value passes its own on?',
    call: 'gradients',
    names: ['leaves', 'program'],
    given: detours,
    runs: 25,
  }),
  oracle({
    id: 'corners',
    name: 'slopes of relu and of powers at 0',
    points: 3,
    visibility: 'hidden',
    hint: 'x⁰ is flat everywhere, x¹ has slope 1 everywhere, and relu at 0 has slope 0.',
    call: 'gradients',
    names: ['leaves', 'program'],
    given: corners,
    runs: 40,
  }),
  oracle({
    id: 'twice',
    name: 'a second backward doubles the leaves and nothing else',
    points: 3,
    visibility: 'hidden',
    hint: 'What do the values between leaves and result hold when the second pass begins?',
    call: 'repeated',
    names: ['leaves', 'program', 'times'],
    given: fc.tuple(programs, times).map(([[leaves, program], n]) => [leaves, program, n]),
    runs: 25,
  }),
  oracle({
    id: 'leaf',
    name: 'a leaf by itself is a graph too',
    points: 1,
    visibility: 'hidden',
    hint: 'Call backward on a leaf, twice. What should its gradient be, if leaves add up?',
    call: 'repeated',
    names: ['leaves', 'program', 'times'],
    given: fc.tuple(leaf, times).map(([x, n]) => [[x], [], n]),
    runs: 10,
  }),
  property({
    id: 'order',
    name: 'the topological order holds each value once, after its inputs, the root last',
    points: 4,
    visibility: 'hidden',
    hint: 'Put a value into the list when all of its inputs are in it.',
    given: programs,
    holds: ({ order }, leaves, program) => {
      const places = order(leaves, program).filter((at) => at >= 0);
      const root = leaves.length + program.length - 1;
      const before = (input: number, user: number) =>
        places.indexOf(input) >= 0 && places.indexOf(input) < places.indexOf(user);
      const inputsFirst = places.every((at) => {
        const step = program[at - leaves.length];
        return step === undefined || (before(step.a, at) && (!('b' in step) || before(step.b, at)));
      });
      return places.at(-1) === root && new Set(places).size === places.length && inputsFirst;
    },
    runs: 25,
  }),
  oracle({
    id: 'several-results',
    name: 'a leaf adds up what different results send back',
    points: 2,
    visibility: 'hidden',
    hint: 'Two losses may share their weights. What does the second backward do with what a leaf holds already?',
    call: 'accumulated',
    names: ['leaves', 'program', 'places'],
    given: severalRoots,
    runs: 20,
  }),
  oracle({
    id: 'numbers-kept',
    name: 'backward changes no number, only gradients',
    points: 1,
    visibility: 'hidden',
    hint: 'Does backward write to data anywhere?',
    call: 'numbers',
    names: ['leaves', 'program', 'times'],
    given: fc.tuple(programs, times).map(([[leaves, program], n]) => [leaves, program, n]),
    runs: 5,
  }),
  stateless({
    id: 'stateless',
    name: 'the same program again gives the same gradients',
    points: 1,
    visibility: 'hidden',
    hint: 'A new graph begins with gradients of 0. Does anything outlive the values themselves?',
    call: 'gradients',
    names: ['leaves', 'program'],
    given: programs,
    runs: 10,
  }),
  example({
    id: 'long-chain',
    name: 'a chain of 100,000 values does not overflow the stack',
    points: 3,
    visibility: 'hidden',
    hint: 'A function that calls itself once a node needs a stack as deep as the graph. Keep the list of work yourself.',
    cases: [{ call: 'chain', with: [100_000], gives: { data: 0.5, grad: 1 } }],
  }),
  oracle({
    id: 'chain-order',
    name: 'the order of a chain of 12,000 values does not overflow the stack either',
    points: 1,
    visibility: 'hidden',
    hint: 'If short graphs work and long ones do not, ask what grows with the length: the stack of the language?',
    call: 'chainOrder',
    names: ['length'],
    given: fc.tuple(fc.integer({ min: 12_000, max: 12_200 })),
    runs: 3,
  }),
];
