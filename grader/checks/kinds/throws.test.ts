import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShapeError } from '#autograd';
import { about, always, counterexampleOf, endingAfter, verdictOn } from '../testing/asking.ts';
import { throws } from './throws.ts';

const refuse = (error: Error) => ({
  root(_: number): number {
    throw error;
  },
});
const solution = refuse(new RangeError('negative'));
const check = throws<typeof solution, 'root'>({
  ...about,
  call: 'root',
  names: ['x'],
  given: fc.tuple(fc.integer({ max: -1 })),
});

function overflow(): number {
  return 1 + overflow();
}

describe('a RangeError', () => {
  it('is accepted whatever its words, and so is a class of its own', async () => {
    for (const error of [new RangeError(), new RangeError('other words'), new ShapeError('shape')])
      expect(await verdictOn(check, refuse(error), solution)).toEqual({ kind: 'passed' });
  });

  const wrong: [name: string, root: (x: number) => unknown, why: string][] = [
    ['NaN', () => Number.NaN, 'an answer came'],
    ['nothing', () => undefined, 'an answer came'],
    ['a RangeError that is returned', () => 'RangeError: negative', 'an answer came'],
    ['a TypeError', refuse(new TypeError('no')).root, 'another error was thrown'],
    ['an Error', refuse(new Error('RangeError')).root, 'another error was thrown'],
    ['a refusal of most', (x) => (x > -50 ? x : refuse(new RangeError()).root(x)), 'an answer came'],
  ];
  for (const [name, root, why] of wrong)
    it(`is not: ${name}`, async () => {
      const verdict = await verdictOn(check, { root }, solution);
      expect(verdict).toMatchObject({ kind: 'failed', why: `${why} where a RangeError was expected` });
      expect(counterexampleOf(verdict)).toMatchObject({
        expected: 'a RangeError',
        inputs: [{ value: '-1' }],
      });
    });

  it('is not a stack overflow, nor an Error that calls itself one: these are told as they are', async () => {
    const named = refuse(Object.assign(new Error(), { name: 'RangeError' })).root;
    for (const root of [overflow, named])
      expect((await verdictOn(check, { root }, solution)).kind).toBe('threw');
  });

  it('is not what an untouched stub throws', async () => {
    const stub = { kind: 'not-implemented', what: 'root' } as const;
    expect(await verdictOn(check, always(stub), solution)).toEqual(stub);
  });

  it('is not a time-out, and does not count when the guest falls silent after it', async () => {
    const timeout = { kind: 'timeout', ms: 9 } as const;
    expect((await verdictOn(check, endingAfter(1, timeout, solution), solution)).kind).toBe('timeout');
    expect((await verdictOn(check, endingAfter(1, undefined, solution), solution)).kind).toBe('crashed');
  });

  it('that the solution does not throw is a fault of the exercise', async () => {
    const lax = { root: (x: number) => x };
    await expect(verdictOn(check, lax, lax)).rejects.toThrow('the solution fails too');
  });
});
