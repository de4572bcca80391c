import { describe, expect, it } from 'vitest';
import { numericalDerivative } from '#autograd/check';
import { confirmed } from './confirmed.ts';

const sure = (value: number) => ({ value, error: 1e-12 });

describe('the slopes of a solution are confirmed', () => {
  it('when differences say the same', () => expect(confirmed([sure(2), sure(0)], [2, 0])).toBe(true));
  it('not when they say something else', () => expect(confirmed([sure(2), sure(1)], [2, 1.001])).toBe(false));
  it('not when all are too small', () => expect(confirmed([sure(1e-5), sure(0)], [1e-5, 0])).toBe(false));
  it('not at a kink, whichever slope the solution takes there', () => {
    const kink = numericalDerivative((t) => Math.max(0, t));
    for (const slope of [0, 0.5, 1]) expect(confirmed([sure(1), kink], [1, slope])).toBe(false);
  });
  it('not when a difference is no number', () => {
    expect(confirmed([sure(1), { value: Number.NaN, error: Number.POSITIVE_INFINITY }], [1, 0])).toBe(false);
  });
  it('not when the solution’s is no number', () => expect(confirmed([sure(1)], [Number.NaN])).toBe(false));
  it('there must be one for each number', () =>
    expect(() => confirmed([sure(1)], [1, 2])).toThrow('2 slopes'));
});
