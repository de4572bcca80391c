import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seededRng } from '#autograd';
import { splitExamples } from './split-examples.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const SHARES = { train: 0.8, validation: 0.1, test: 0.1 };

it('every example is in exactly one part, and each part has its share, to one example', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.nat(100), weights, fc.integer(), (n, parts, seed) => {
      const total = parts.reduce((sum, weight) => sum + weight, 0);
      fc.pre(total > 0);
      const shares = Object.fromEntries(parts.map((weight, i) => [`part ${i}`, weight / total]));
      const split = splitExamples(upTo(n), shares, seededRng(seed));
      expect(
        Object.values(split)
          .flat()
          .sort((a, b) => a - b),
      ).toEqual(upTo(n));
      for (const [name, examples] of Object.entries(split))
        expect(Math.abs(examples.length - shares[name] * n)).toBeLessThan(1 + 1e-9);
    }),
  );
});

it('a seed repeats the parts, another gives others', () => {
  const split = (seed: number) => splitExamples(upTo(50), SHARES, seededRng(seed));
  expect(split(1)).toEqual(split(1));
  expect(split(2)).not.toEqual(split(1));
  expect(split(1).train).not.toEqual(upTo(40));
});

it('shares that do not sum to 1, or are negative, are refused with what they are', () => {
  for (const shares of [{ train: 0.8 }, { train: 1.2, test: -0.2 }, { train: Number.NaN }, {}])
    expect(() => splitExamples([1], shares as Record<string, number>, seededRng(1))).toThrow(/sum to 1/);
  expect(() => splitExamples([1], { train: 0.8, test: 0.1 }, seededRng(1))).toThrow(/train 0.8, test 0.1/);
});
