import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tensor, tensor } from '#autograd';
import type { Check } from '../../model/exercise.ts';
import type { Functions } from '../../model/subject.ts';
import { about, always, counterexampleOf, endingAfter, verdictOn } from '../testing/asking.ts';
import { accumulates } from './accumulates.ts';
import { batchIndependence } from './batch-independence.ts';
import { causality } from './causality.ts';
import { paddingInvariance } from './padding-invariance.ts';
import { splitEquivalence } from './split-equivalence.ts';
import { unitPermutation } from './unit-permutation.ts';
import { scalesWithUpstream } from './upstream.ts';

const number = fc.integer({ min: -20, max: 20 }).map((n) => n / 10);
const numbers = (minLength = 2) => fc.array(number, { minLength, maxLength: 4 });
const sum = (all: number[]) => all.reduce((total, x) => total + x, 0);

/** Each unit remembers a share of its own of what it was told. */
function scan(xs: number[], h0: number[], w: number[]): number[][] {
  const hs: number[][] = [];
  for (const x of xs) hs.push(w.map((wi, i) => Math.tanh(wi * (hs.at(-1) ?? h0)[i]! + x)));
  return hs;
}

const solution = {
  pullBack: (dy: number, a: number, b: Tensor) => ({ da: dy * a, db: b.mul(dy) }),
  passes: (x: number, n: number): number[] => [2 * x * n],
  rowSums: (rows: number[][]): number[] => rows.map(sum),
  sumValid: (xs: number[], length: number): number => sum(xs.slice(0, length)),
  scan,
};
type Solution = typeof solution;

const sequence = {
  ...about,
  call: 'scan' as const,
  names: ['xs', 'h0', 'w'],
  given: fc.tuple(numbers(), fc.tuple(number, number, number), fc.tuple(number, number, number)),
  steps: (xs: number[]) => xs.length,
};

const kinds: { kind: string; check: Check; wrong: [name: string, functions: Functions][] }[] = [
  {
    kind: 'scales with the gradient that comes in',
    check: scalesWithUpstream<Solution, 'pullBack'>({
      ...about,
      call: 'pullBack',
      names: ['dy', 'a', 'b'],
      given: fc.tuple(
        number,
        number,
        numbers().map((all) => tensor(all)),
      ),
      upstream: 0,
    }),
    wrong: [
      ['ignoring it', { pullBack: (_: number, a: number, b: Tensor) => ({ da: a, db: b }) }],
      [
        'its size alone',
        { pullBack: (dy: number, a: number, b: Tensor) => solution.pullBack(Math.abs(dy), a, b) },
      ],
      ['its square', { pullBack: (dy: number, a: number, b: Tensor) => solution.pullBack(dy * dy, a, b) }],
      ['in one of two results', { pullBack: (dy: number, a: number, b: Tensor) => ({ da: dy * a, db: b }) }],
      [
        'something added',
        { pullBack: (dy: number, a: number, b: Tensor) => solution.pullBack(dy + 1, a + 3, b) },
      ],
    ],
  },
  {
    kind: 'accumulates',
    check: accumulates<Solution, 'passes'>({
      ...about,
      call: 'passes',
      names: ['x', 'n'],
      given: fc.tuple(number, fc.integer({ min: 1, max: 3 })),
      times: 1,
    }),
    wrong: [
      ['the last pass only', { passes: (x: number) => [2 * x] }],
      ['doubling with each', { passes: (x: number, n: number) => [2 * x * 2 ** (n - 1)] }],
    ],
  },
  {
    kind: 'batch independence',
    check: batchIndependence<Solution, 'rowSums'>({
      ...about,
      call: 'rowSums',
      names: ['rows'],
      given: fc.tuple(fc.array(numbers(), { minLength: 1, maxLength: 3 })),
      rows: (rows) => rows.map((row): [number[][]] => [[row]]),
      join: (answers) => answers.flat(),
    }),
    wrong: [
      ['a sum over all', { rowSums: (rows: number[][]) => rows.map(() => sum(rows.flat())) }],
      [
        'the row before',
        { rowSums: (rows: number[][]) => rows.map((_, n) => sum(rows[Math.max(0, n - 1)]!)) },
      ],
    ],
  },
  {
    kind: 'padding invariance',
    check: paddingInvariance<Solution, 'sumValid'>({
      ...about,
      call: 'sumValid',
      names: ['xs', 'length'],
      given: numbers().chain((xs) => fc.tuple(fc.constant(xs), fc.integer({ min: 1, max: xs.length }))),
      padded: (xs, length) => [xs.map((x, t) => (t < length ? x : x + 7)), length],
    }),
    wrong: [
      ['all of it', { sumValid: (xs: number[]) => sum(xs) }],
      ['one too many', { sumValid: (xs: number[], length: number) => sum(xs.slice(0, length + 1)) }],
    ],
  },
  {
    kind: 'split equivalence',
    check: splitEquivalence<Solution, 'scan'>({
      ...sequence,
      head: ([xs, h0, w], at) => [xs.slice(0, at), h0, w],
      tail: ([xs, , w], at, head) => [xs.slice(at), head.at(-1)!, w],
      join: (head, tail) => [...head, ...tail],
    }),
    wrong: [
      [
        'the first state ignored',
        {
          scan: (xs: number[], h0: number[], w: number[]) =>
            scan(
              xs,
              h0.map(() => 0),
              w,
            ),
        },
      ],
      [
        'the states the other way round',
        { scan: (xs: number[], h0: number[], w: number[]) => scan(xs, h0, w).reverse() },
      ],
    ],
  },
  {
    kind: 'causality',
    check: causality<Solution, 'scan'>({
      ...sequence,
      changed: ([xs, h0, w], at) => [xs.map((x, t) => (t < at ? x : x + 1)), h0, w],
      until: (hs, at) => hs.slice(0, at),
    }),
    wrong: [
      [
        'a look ahead',
        {
          scan: (xs: number[], h0: number[], w: number[]) =>
            scan(
              xs.map((x, t) => x + (xs[t + 1] ?? 0)),
              h0,
              w,
            ),
        },
      ],
      [
        'the mean of all',
        {
          scan: (xs: number[], h0: number[], w: number[]) =>
            scan(
              xs.map(() => sum(xs)),
              h0,
              w,
            ),
        },
      ],
    ],
  },
  {
    kind: 'unit permutation',
    check: unitPermutation<Solution, 'scan'>({
      ...sequence,
      units: (_, h0) => h0.length,
      reorder: ([xs, h0, w], order) => [
        xs,
        order.map((i) => h0[i]!) as typeof h0,
        order.map((i) => w[i]!) as typeof w,
      ],
      reordered: (hs, order) => hs.map((h) => order.map((i) => h[i]!)),
    }),
    wrong: [
      [
        'a favourite unit',
        {
          scan: (xs: number[], h0: number[], w: number[]) =>
            scan(
              xs,
              h0,
              w.map((wi, i) => (i === 0 ? 2 * wi : wi)),
            ),
        },
      ],
      [
        'the first unit for all',
        {
          scan: (xs: number[], h0: number[], w: number[]) =>
            scan(xs, h0, w).map((h) => h.map((x, i) => (i === 2 ? h[0]! : x))),
        },
      ],
    ],
  },
];

describe.each(kinds)('$kind', ({ check, wrong }) => {
  it('accepts the solution, and code that fails to be the same only by rounding', async () => {
    const rounded = Object.fromEntries(
      Object.entries(solution).map(([name, f]) => [
        name,
        (...args: never[]) => nudged((f as (...all: never[]) => unknown)(...args)),
      ]),
    ) as Functions;
    for (const student of [solution as Functions, rounded])
      expect(await verdictOn(check, student, solution as Functions)).toEqual({ kind: 'passed' });
  });

  it('does not mind members that nobody asked for', async () => {
    const more = Object.fromEntries(
      Object.entries(solution).map(([name, f]) => [
        name,
        (...args: never[]) => {
          const answer = (f as (...all: never[]) => unknown)(...args);
          return typeof answer === 'object' && !Array.isArray(answer) ? { ...answer, extra: 1 } : answer;
        },
      ]),
    ) as Functions;
    expect(await verdictOn(check, more, solution as Functions)).toEqual({ kind: 'passed' });
  });

  it.each(wrong)('rejects %s', async (_, student) => {
    const verdict = await verdictOn(check, student, solution as Functions);
    expect(verdict.kind).toBe('failed');
    expect(counterexampleOf(verdict).inputs.length).toBeGreaterThan(0);
  });

  it('rejects NaN, which is the same as nothing', async () => {
    const nan = Object.fromEntries(
      Object.entries(solution).map(([name, f]) => [
        name,
        (...args: never[]) => nudged((f as (...all: never[]) => unknown)(...args), Number.NaN),
      ]),
    ) as Functions;
    expect((await verdictOn(check, nan, solution as Functions)).kind).toBe('failed');
  });

  it('tells how a call ended, and never passes for silence', async () => {
    const stub = { kind: 'not-implemented', what: 'it' } as const;
    expect(await verdictOn(check, always(stub), solution as Functions)).toEqual(stub);
    expect(
      (await verdictOn(check, endingAfter(2, undefined, solution as Functions), solution as Functions)).kind,
    ).toBe('crashed');
  });
});

/** The same data, every number off by a little. */
function nudged(value: unknown, by = 1e-13): unknown {
  if (typeof value === 'number') return value + by;
  if (value instanceof Tensor)
    return new Tensor(
      value.data.map((x) => x + by),
      value.shape,
    );
  if (Array.isArray(value)) return value.map((item) => nudged(item, by));
  return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, nudged(item, by)]));
}
