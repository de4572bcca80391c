import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randn, seededRng } from '#autograd';
import { median, robustDeviation } from './robust.ts';

describe('the median', () => {
  it('has as many values below it as above it', () => {
    const property = (values: number[]) => {
      const middle = median(values);
      const below = values.filter((value) => value < middle).length;
      const above = values.filter((value) => value > middle).length;
      expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
    };
    fc.assert(fc.property(fc.array(fc.integer(), { minLength: 1 }), property), { seed: 1 });
  });

  it('lies between the two in the middle', () => {
    expect([median([9, 1, 5]), median([1, 100, 2, 4]), median([])]).toEqual([5, 3, NaN]);
  });
});

describe('the robust deviation', () => {
  const values = [...randn([10001], seededRng(1)).storage].map((value) => 3 * value + 10);

  it('is the standard deviation of normal values', () => {
    expect(robustDeviation(values)).toBeCloseTo(3, 1);
  });

  it('hardly heeds a few wild ones', () => {
    const wild = values.with(0, 1e9).with(1, -1e9);
    expect(robustDeviation(wild)).toBeCloseTo(robustDeviation(values), 2);
  });
});
