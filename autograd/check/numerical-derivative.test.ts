import { describe, expect, it } from 'vitest';
import { numericalDerivative } from './numerical-derivative.ts';

describe('numericalDerivative', () => {
  const cases: [name: string, f: (t: number) => number, at: number, slope: number][] = [
    ['a line', (t) => 3 * t - 1, 7, 3],
    ['e^t', Math.exp, 1, Math.E],
    ['ln t close to 0', Math.log, 0.01, 100],
    ['sin(30 t)', (t) => Math.sin(30 * t), 0.1, 30 * Math.cos(3)],
    ['t³ far out', (t) => t ** 3, 1e4, 3e8],
    ['1e-15 t', (t) => 1e-15 * t, 0, 1e-15],
    ['√t', Math.sqrt, 0.5, Math.SQRT1_2],
  ];
  for (const [name, f, at, slope] of cases) {
    it(`of ${name} is right within its error, which is small`, () => {
      const { value, error } = numericalDerivative(f, at);
      expect(Math.abs(value - slope)).toBeLessThanOrEqual(10 * error);
      expect(error).toBeLessThan(1e-8 * Math.abs(slope));
    });
  }

  it('is uncertain at a kink, by the difference of the slopes', () => {
    expect(numericalDerivative(Math.abs, 0).error).toBeCloseTo(2, 6);
  });

  it('is uncertain at a jump', () => {
    expect(numericalDerivative(Math.sign, 0).error).toBeGreaterThan(1);
  });

  it('is NaN where there is nothing to see', () => {
    expect(numericalDerivative(() => Number.NaN)).toEqual({
      value: Number.NaN,
      error: Number.POSITIVE_INFINITY,
    });
  });
});
