import { describe, expect, it } from 'vitest';
import { about, always, counterexampleOf, endingAfter, verdictOn } from '../testing/asking.ts';
import { example } from './example.ts';

const solution = { double: (x: number) => 2 * x, pair: (x: number) => ({ x, twice: [2 * x] }) };
const check = example<typeof solution>({
  ...about,
  cases: [
    { call: 'double', with: [2], gives: 4 },
    { call: 'double', with: [-1], gives: -2 },
    { call: 'pair', with: [3], gives: { x: 3, twice: [6] } },
  ],
});

describe('worked examples', () => {
  it('pass for the right answers, within the tolerance', async () => {
    const close = { ...solution, double: (x: number) => 2 * x * (1 + 1e-9) };
    expect(await verdictOn(check, close, solution)).toEqual({ kind: 'passed' });
  });

  it('show the first that fails, by its place', async () => {
    const verdict = await verdictOn(check, { ...solution, double: (x: number) => x * x }, solution);
    expect(verdict).toMatchObject({ kind: 'failed', why: 'double: the value differs' });
    expect(counterexampleOf(verdict)).toEqual({
      inputs: [{ name: 'x', value: '-1' }],
      got: '1',
      expected: '-2',
      relativeError: 1.5,
      replay: { seed: 1, path: '1' },
    });
  });

  const wrong: [name: string, pair: (x: number) => unknown, why: string][] = [
    ['NaN', () => ({ x: Number.NaN, twice: [6] }), 'the value is NaN'],
    ['nothing', () => undefined, 'expected an object, got undefined'],
    ['a missing key', (x) => ({ x }), 'expected a list, got undefined'],
    ['another structure', (x) => ({ x, twice: 2 * x }), 'expected a list, got a number'],
  ];
  for (const [name, pair, why] of wrong)
    it(`reject ${name}`, async () => {
      expect(await verdictOn(check, { ...solution, pair }, solution)).toMatchObject({
        kind: 'failed',
        why: `pair: ${why}`,
      });
    });

  it('tell how a call ended', async () => {
    for (const ending of [
      { kind: 'not-implemented', what: 'double' },
      { kind: 'timeout', ms: 9 },
    ] as const)
      expect(await verdictOn(check, always(ending), solution)).toMatchObject(ending);
  });

  it('never pass for silence', async () => {
    expect((await verdictOn(check, endingAfter(0, undefined, solution), solution)).kind).toBe('crashed');
  });
});
