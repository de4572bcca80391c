import { describe, expect, it } from 'vitest';
import { kinkWithin } from './parabola.ts';

describe('a kink within eps is seen', () => {
  it('on either side, and no farther', () => {
    const at = (x: number) => kinkWithin(Math.abs, x, 1e-3);
    expect([0, 0.0008, -0.0008, 0.0012, -0.0012].map(at)).toEqual([true, true, true, false, false]);
  });

  it('where the function jumps, or is not finite', () => {
    expect(kinkWithin(Math.floor, 99.9992, 1e-3)).toBe(true);
    expect(kinkWithin(Math.log, 0, 1e-3)).toBe(true);
  });

  it('not in what is smooth at this scale, however large, small or flat', () => {
    expect(kinkWithin(Math.exp, -100, 1e-3)).toBe(false);
    expect(kinkWithin((v) => v * v + 2, 100, 1e-3)).toBe(false);
    expect(kinkWithin(() => 0, 0, 1e-3)).toBe(false);
  });

  it('in a cubic that a step is too large for', () => {
    const cubic = (v: number) => -3 * v ** 3 + 2 * v * v + 1;
    expect([kinkWithin(cubic, 0, 0.1), kinkWithin(cubic, 0, 1e-3)]).toEqual([true, false]);
  });
});
