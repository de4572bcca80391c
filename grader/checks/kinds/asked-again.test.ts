import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { about, always, counterexampleOf, endingAfter, verdictOn } from '../testing/asking.ts';
import { calls } from './calls.ts';
import { finite } from './finite.ts';
import { stateless } from './stateless.ts';

const given = fc.tuple(fc.integer({ min: -1000, max: 1000 }));
const stub = { kind: 'not-implemented', what: 'f' } as const;

describe('a stateless function', () => {
  const solution = { f: (x: number): number => 2 * x };
  const check = stateless<typeof solution, 'f'>({ ...about, call: 'f', names: ['x'], given });

  it('answers the same again, right or wrong', async () => {
    for (const f of [solution.f, () => 3, () => Number.NaN])
      expect(await verdictOn(check, { f }, solution)).toEqual({ kind: 'passed' });
  });

  it.each([
    ['a counter', () => countingCalls((x, n) => x + n * 1e-13)],
    ['the call before', () => remembering((x, last) => x + last)],
    ['a mistake from the 25th call on', () => countingCalls((x, n) => (n < 25 ? x : -x - 1))],
  ])('is not one with %s', async (_, make) => {
    const verdict = await verdictOn(check, { f: make() }, solution);
    expect(verdict).toMatchObject({
      kind: 'failed',
      why: 'asked the same again, it answered something else',
    });
  });

  it('tells how a call ended', async () => {
    expect(await verdictOn(check, always(stub), solution)).toEqual(stub);
    expect((await verdictOn(check, endingAfter(5, undefined, solution), solution)).kind).toBe('crashed');
  });
});

function countingCalls(f: (x: number, n: number) => number): (x: number) => number {
  let n = 0;
  return (x) => f(x, ++n);
}

function remembering(f: (x: number, last: number) => number): (x: number) => number {
  let last = 0;
  return (x) => {
    const y = f(x, last);
    last = x;
    return y;
  };
}

describe('a finite answer', () => {
  const solution = { f: (x: number): number[] => [1 / (1 + Math.exp(-Math.abs(x))), x] };
  const check = finite<typeof solution, 'f'>({ ...about, call: 'f', names: ['x'], given });

  it('may be wrong', async () => {
    for (const f of [solution.f, () => [0, 7]])
      expect(await verdictOn(check, { f }, solution)).toEqual({ kind: 'passed' });
  });

  it.each([
    ['NaN at one end', (x: number) => [x < -700 ? Number.NaN : 0, x]],
    ['an infinity', (x: number) => [0, x > 709 ? Math.exp(x) : x]],
    ['nothing', () => undefined],
    ['a list too short', () => [1]],
  ])('is not %s', async (_, f) => {
    expect((await verdictOn(check, { f }, solution)).kind).toBe('failed');
  });

  it('is shown where it is not', async () => {
    const verdict = await verdictOn(check, { f: (x: number) => [0, x > 500 ? Number.NaN : x] }, solution);
    expect(verdict).toMatchObject({ why: 'the value is NaN' });
    expect(counterexampleOf(verdict).at).toBe('[1]');
  });
});

describe('calls of a callback', () => {
  const drive = (descend: (step: (x: number) => number, x: number) => unknown) => ({
    descend(x: number): { result: unknown; calls: number[] } {
      const calls: number[] = [];
      const result = descend((at) => at / 2 + 0 * calls.push(at), x);
      return { result, calls };
    },
  });
  const solution = drive((step, x) => step(step(x)));
  const check = calls<typeof solution, 'descend'>({
    ...about,
    call: 'descend',
    names: ['x'],
    given,
    told: ({ calls }) => calls,
  });

  it('count, and the result does not', async () => {
    const other = drive((step, x) => `another result ${step(step(x))}`);
    for (const student of [solution, other])
      expect(await verdictOn(check, student, solution)).toEqual({ kind: 'passed' });
  });

  it.each([
    ['one too few', drive((step, x) => step(x)), 'called 1 times, expected 2'],
    ['one too many', drive((step, x) => step(step(step(x)))), 'called 3 times, expected 2'],
    ['with something else', drive((step, x) => step(x) + step(x)), 'with something else'],
    ['in another order', drive((step, x) => step(x / 2) + step(x)), 'with something else'],
  ])('are told apart: %s', async (_, student, why) => {
    expect(await verdictOn(check, student, solution)).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining(why),
    });
  });
});
