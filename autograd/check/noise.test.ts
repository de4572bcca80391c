import { describe, expect, it } from 'vitest';
import { noiseOf } from './noise.ts';

const noise = (f: (t: number) => number) => noiseOf(f, 2 ** -17, 2 ** -10);

describe('the noise of a function', () => {
  it('is a part of the last bit for one of plain arithmetic', () => {
    for (const f of [Math.exp, Math.sin, (t: number) => t ** 3 + 1, (t: number) => Math.sin(30 * t)])
      expect(noise(f)).toBeLessThan(2 ** -50);
  });

  it('is that of its float32, whatever the slope', () => {
    for (const slope of [0.1, 0.5, 1, Math.PI, 17]) {
      const found = noise((t) => Math.fround(1 + slope * t));
      expect(found).toBeGreaterThan(2 ** -28);
      expect(found).toBeLessThan(2 ** -23);
    }
  });

  it('does not see a kink, or a jump, at 0', () => {
    expect(noise((t) => Math.abs(t))).toBeLessThan(2 ** -50);
    expect(noise((t) => Math.sign(t) + t)).toBeLessThan(2 ** -50);
  });

  it('is that of cancellation', () => {
    expect(noise((t) => t + 1e8 - 1e8)).toBeGreaterThan(1e-9);
  });
});
