import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seriesWindows } from './series-windows.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const size = fc.integer({ min: 1, max: 6 });

it('a window and what follows it are one stretch of the series, at each place where both fit', () => {
  fc.assert(
    fc.property(fc.nat(30), size, size, (n, length, horizon) => {
      const { x, y } = seriesWindows(upTo(n), length, horizon);
      expect(x).toHaveLength(Math.max(0, n - length - horizon + 1));
      expect(y).toHaveLength(x.length);
      for (const [i, window] of x.entries()) {
        expect(window).toEqual(upTo(length).map((step) => i + step));
        expect(y[i]).toEqual(upTo(horizon).map((step) => i + length + step));
      }
    }),
  );
});

it('windows without a length or a horizon are refused', () => {
  for (const n of [0, -1, 1.5]) {
    expect(() => seriesWindows([1, 2], n, 1)).toThrow(
      `the length of a window is a whole number of 1 or more, not ${n}`,
    );
    expect(() => seriesWindows([1, 2], 1, n)).toThrow(`the horizon is a whole number of 1 or more, not ${n}`);
  }
});
