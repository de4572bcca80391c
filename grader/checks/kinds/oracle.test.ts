import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Tensor, tensor } from '#autograd';
import { about, always, counterexampleOf, verdictOn } from '../testing/asking.ts';
import { oracle } from './oracle.ts';

const solution = { scale: (xs: number[], a: number) => xs.map((x) => a * x) };
const check = oracle<typeof solution, 'scale'>({
  ...about,
  call: 'scale',
  names: ['xs', 'a'],
  given: fc.tuple(fc.array(fc.integer({ min: 0, max: 99 })), fc.integer({ min: 2, max: 9 })),
});

describe('an oracle', () => {
  it('accepts another way to the same numbers', async () => {
    const scale = (xs: number[], a: number) =>
      xs.map((x) =>
        Array(a)
          .fill(x)
          .reduce((s, y) => s + y, 0),
      );
    expect(await verdictOn(check, { scale }, solution)).toEqual({ kind: 'passed' });
  });

  const wrong: [name: string, scale: (xs: number[], a: number) => unknown][] = [
    ['other numbers', (xs, a) => xs.map((x) => a + x)],
    ['a relative error of 1e-6', (xs, a) => xs.map((x) => a * x * (1 + 1e-6))],
    ['NaN', (xs) => xs.map(() => Number.NaN)],
    ['an infinity', (xs) => xs.map(() => Number.POSITIVE_INFINITY)],
    ['a constant', () => [1]],
    ['one item too many', (xs, a) => [...xs.map((x) => a * x), 0]],
    ['a tensor', (xs, a) => tensor(xs.map((x) => a * x))],
    ['texts', (xs, a) => xs.map((x) => `${a * x}`)],
    ['nothing', () => undefined],
    ['an object with the items', (xs, a) => ({ ...xs.map((x) => a * x) })],
  ];
  for (const [name, scale] of wrong)
    it(`rejects ${name}`, async () => {
      expect((await verdictOn(check, { scale }, solution)).kind).toBe('failed');
    });

  it('shows the smallest input with what came and what was expected', async () => {
    const scale = (xs: number[], a: number) => xs.map((x, i) => (i === 1 ? 0 : a * x));
    expect(counterexampleOf(await verdictOn(check, { scale }, solution))).toMatchObject({
      inputs: [
        { name: 'xs', value: '[0, 1]' },
        { name: 'a', value: '2' },
      ],
      at: '[1]',
      got: '0',
      expected: '2',
      relativeError: 1,
    });
  });

  it('tells what the submission threw, for a small input', async () => {
    const scale = (xs: number[], a: number) => {
      if (xs.length > 1) throw new TypeError('too many');
      return xs.map((x) => a * x);
    };
    const verdict = await verdictOn(check, { scale }, solution);
    expect(verdict).toMatchObject({ kind: 'threw', error: 'TypeError', message: 'too many' });
    expect(counterexampleOf(verdict).inputs[0]!.value).toBe('[0, 0]');
  });

  it('tells what is not implemented, or no data', async () => {
    const outcomes = [
      { kind: 'not-implemented', what: 'scale' },
      { kind: 'invalid-answer', why: 'a function' },
    ] as const;
    for (const outcome of outcomes)
      expect(await verdictOn(check, always(outcome), solution)).toEqual(outcome);
  });

  it('has its own tolerance where it states one', async () => {
    const exact = oracle<typeof solution, 'scale'>({
      ...about,
      call: 'scale',
      names: [],
      given: fc.tuple(fc.constant([3]), fc.constant(3)),
      tolerance: { absolute: 1e-12, relative: 0 },
    });
    const off = (by: number) => ({ scale: () => [9 + by] });
    expect((await verdictOn(exact, off(0.9e-12), solution)).kind).toBe('passed');
    expect((await verdictOn(exact, off(2e-12), solution)).kind).toBe('failed');
  });

  it('compares shapes of tensors', async () => {
    const rows = { sum: (t: Tensor) => t.sum(0) };
    const given = fc.constant(
      tensor([
        [1, 2],
        [3, 4],
      ]),
    );
    const sums = oracle<typeof rows, 'sum'>({ ...about, call: 'sum', names: ['t'], given: fc.tuple(given) });
    expect((await verdictOn(sums, rows, rows)).kind).toBe('passed');
    expect(await verdictOn(sums, { sum: (t: Tensor) => t.sum(0, true) }, rows)).toMatchObject({
      why: 'the shape is [1, 2], expected [2]',
    });
  });

  it('a solution that throws is a fault of the exercise, whatever the submission did', async () => {
    const broken = {
      scale() {
        throw new Error('oops');
      },
    };
    for (const student of [solution, broken])
      await expect(verdictOn(check, student, broken)).rejects.toThrow('oops');
  });
});
