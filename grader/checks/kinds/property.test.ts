import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { about, always, counterexampleOf, endingAfter, verdictOn } from '../testing/asking.ts';
import { metamorphic, property } from './property.ts';

const solution = {
  softmax(z: number[]) {
    const exponentials = z.map((x) => Math.exp(x));
    const total = exponentials.reduce((a, b) => a + b, 0);
    return exponentials.map((e) => e / total);
  },
};
type Softmax = typeof solution;
const scores = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 5 });

const sumsToOne = property<Softmax, [number[]]>({
  ...about,
  given: fc.tuple(scores),
  holds: ({ softmax }, z) => {
    const p = softmax(z);
    return p.length === z.length && Math.abs(p.reduce((a, b) => a + b, 0) - 1) < 1e-9;
  },
});

const shifted = metamorphic<Softmax, [number[], number]>({
  ...about,
  given: fc.tuple(scores, fc.integer({ min: -9, max: 9 })),
  same: ({ softmax }, z, c) => [softmax(z.map((x) => x + c)), softmax(z)],
});

const right = [solution, { softmax: (z: number[]) => solution.softmax(z.map((x) => x - Math.max(...z))) }];
const wrong: [name: string, softmax: (z: number[]) => unknown][] = [
  ['exponentials', (z) => z.map(Math.exp)],
  ['NaN', (z) => z.map(() => Number.NaN)],
  ['nothing', () => undefined],
  ['a number', () => 1],
  ['a text', () => 'abc'],
  ['null', () => null],
  ['an object that claims a length', () => ({ length: 2 ** 32 })],
  ['a list of lists', (z) => z.map((x) => [x])],
];

for (const [kind, check] of Object.entries({ property: sumsToOne, metamorphic: shifted })) {
  describe(kind, () => {
    it('accepts right code of two sorts', async () => {
      for (const student of right)
        expect(await verdictOn(check, student, solution)).toEqual({ kind: 'passed' });
    });

    for (const [name, softmax] of wrong)
      it(`rejects ${name}`, async () => {
        expect((await verdictOn(check, { softmax }, solution)).kind).toBe('failed');
      });

    it('tells how a call ended', async () => {
      const outcomes = [
        { kind: 'not-implemented', what: 'softmax' },
        { kind: 'invalid-answer', why: 'a function' },
        { kind: 'crashed', how: 'exit 1' },
      ] as const;
      for (const outcome of outcomes)
        expect(await verdictOn(check, always(outcome), solution)).toEqual(outcome);
    });

    it('holds the end of the guest against the input that was asked', async () => {
      const verdict = await verdictOn(check, endingAfter(7, { kind: 'timeout', ms: 9 }, solution), solution);
      expect(verdict).toMatchObject({ kind: 'timeout', counterexample: { replay: { path: '7' } } });
    });

    it('never passes for silence', async () => {
      const verdict = await verdictOn(check, endingAfter(7, undefined, solution), solution);
      expect(verdict.kind).toBe('crashed');
    });

    it('a claim that the solution breaks is a fault of the exercise', async () => {
      const broken = { softmax: (z: number[]) => z };
      await expect(verdictOn(check, broken, broken)).rejects.toThrow('the solution fails too');
    });
  });
}

describe('a property', () => {
  it('names its inputs as the claim does', async () => {
    const verdict = await verdictOn(sumsToOne, { softmax: (z: number[]) => z.map(() => 2) }, solution);
    expect(verdict).toMatchObject({ why: 'the claim does not hold' });
    expect(counterexampleOf(verdict).inputs).toEqual([{ name: 'z', value: '[0]' }]);
  });

  it('shows an answer of a wrong form', async () => {
    const verdict = await verdictOn(sumsToOne, { softmax: () => ({ length: 3 }) }, solution);
    expect(verdict).toMatchObject({ kind: 'failed', why: 'expected a list, got an object' });
    expect(counterexampleOf(verdict)).toMatchObject({ at: 'softmax', got: '{ length: 3 }', expected: '[1]' });
  });

  it('a claim that throws over a wrong answer does not hold', async () => {
    const reads = property<Softmax, [number[]]>({
      ...about,
      given: fc.tuple(scores),
      holds: ({ softmax }, z) => z.every((_, i) => softmax(z)[i]!.toFixed(1) !== ''),
    });
    expect((await verdictOn(reads, solution, solution)).kind).toBe('passed');
    expect((await verdictOn(reads, { softmax: () => [] }, solution)).kind).toBe('failed');
  });

  it('a claim that throws over the solution’s answers is a fault of the exercise', async () => {
    const broken = property<Softmax, [number[]]>({
      ...about,
      given: fc.tuple(scores),
      holds: () => {
        throw new Error('oops');
      },
    });
    await expect(verdictOn(broken, solution, solution)).rejects.toThrow('oops');
  });
});

describe('a metamorphic claim', () => {
  it('shows where the two values differ', async () => {
    const softmax = (z: number[]) => z.map((x) => x / 2);
    expect(counterexampleOf(await verdictOn(shifted, { softmax }, solution))).toMatchObject({
      inputs: [{ name: 'z' }, { name: 'c' }],
      at: '[0]',
    });
  });
});
