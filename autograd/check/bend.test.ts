import { describe, expect, it } from 'vitest';
import { bendOf } from './bend.ts';

const bend = (f: (t: number) => number) => bendOf((h) => f(h) - 2 * f(0) + f(-h), 2 ** -14, 1e-16);

describe('the bend of a function', () => {
  it('is the difference of the slopes on both sides', () => {
    expect(bend(Math.abs)).toBeCloseTo(2, 9);
    expect(bend((t) => Math.max(t, 0.9999 * t) + Math.sin(t))).toBeCloseTo(1e-4, 9);
  });

  it('is 0 where it is smooth, also where the slope is 0', () => {
    for (const f of [Math.exp, Math.cos, (t: number) => t ** 3, (t: number) => t ** 4, (t: number) => 5 * t])
      expect(bend(f)).toBe(0);
  });

  it('is large where it jumps', () => expect(bend((t) => (t > 0 ? 1 : 0))).toBeGreaterThan(1000));
});
