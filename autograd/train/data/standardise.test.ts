import fc from 'fast-check';
import { expect, it } from 'vitest';
import { standardise } from './standardise.ts';

const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2 });
const mean = (list: number[]) => list.reduce((sum, v) => sum + v, 0) / list.length;

it('the training data get mean 0 and the deviation 1 of a population', () => {
  fc.assert(
    fc.property(values, (train) => {
      const { std, apply } = standardise(train);
      fc.pre(std > 1e-3);
      const scaled = apply(train);
      expect(mean(scaled)).toBeCloseTo(0, 6);
      expect(mean(scaled.map((v) => v ** 2))).toBeCloseTo(1, 6);
    }),
  );
});

it('other data are scaled by the numbers of the training data, and come back', () => {
  fc.assert(
    fc.property(values, values, (train, test) => {
      const { mean: m, std, apply, undo } = standardise(train);
      expect(apply(test)).toEqual(test.map((v) => (v - m) / (std || 1)));
      for (const [i, v] of undo(apply(test)).entries()) expect(Math.abs(v - test[i])).toBeLessThan(1e-9);
    }),
  );
});

it('constant data have deviation 0 and are shifted alone', () => {
  const scaler = standardise([7, 7, 7]);
  expect(scaler).toMatchObject({ mean: 7, std: 0 });
  expect(scaler.apply([7, 9])).toEqual([0, 2]);
  expect(standardise([0.1, 0.1, 0.1]).std).toBe(0);
});

it('no data are refused', () => {
  expect(() => standardise([])).toThrow(RangeError);
});
