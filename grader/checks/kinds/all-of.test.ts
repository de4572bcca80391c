import fc from 'fast-check';
import { expect, it } from 'vitest';
import { about, verdictOn } from '../testing/asking.ts';
import { allOf } from './all-of.ts';
import { unchanged } from './unchanged.ts';

const solution = { first: (x: number[]) => x[0]!, last: (x: number[]) => x.at(-1)! };
type Solution = typeof solution;
const given = fc.tuple(fc.array(fc.integer(), { minLength: 2, maxLength: 4 }));
const check = allOf({
  ...about,
  of: (claim) => [
    unchanged<Solution, 'first'>({ ...claim, call: 'first', names: ['x'], given }),
    unchanged<Solution, 'last'>({ ...claim, call: 'last', names: ['x'], given }),
  ],
});

it('a claim about several functions holds when it holds of each', async () => {
  expect(await verdictOn(check, solution, solution)).toEqual({ kind: 'passed' });
});

it('and fails when it fails of any, the first or the last', async () => {
  for (const name of ['first', 'last']) {
    const wrong = { ...solution, [name]: (x: number[]) => x.pop() };
    expect(await verdictOn(check, wrong, solution)).toMatchObject({ kind: 'failed' });
  }
});
