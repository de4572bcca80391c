import { describe, expect, it } from 'vitest';
import { seriesWindows } from '#autograd/train';
import { meanAbsoluteError, naive, seasonalNaive } from './forecasts.ts';

const season = [5, 1, 2];
const periodic = Array.from({ length: 30 }, (_, i) => season[i % 3]);

describe('a forecast', () => {
  it('that is naive says the last value again', () => {
    expect(naive([1, 2, 3], 2)).toEqual([3, 3]);
  });

  it('that is seasonal says the last season again and again', () => {
    expect(seasonalNaive(3)([9, 1, 2, 3], 5)).toEqual([1, 2, 3, 1, 2]);
  });

  it('that is seasonal makes no error where the seasons are alike', () => {
    const windows = seriesWindows(periodic, 6, 4);
    expect(meanAbsoluteError(seasonalNaive(3), windows)).toBe(0);
    expect(meanAbsoluteError(seasonalNaive(2), windows)).toBeGreaterThan(0);
  });

  it('errs by the mean distance over all windows and steps', () => {
    // 1 → 2, 4 off by 1 and 3; 2 → 4, 8 off by 2 and 6
    expect(meanAbsoluteError(naive, seriesWindows([1, 2, 4, 8], 1, 2))).toBe(3);
  });

  it('needs a season of history, a period, and windows', () => {
    expect(() => seasonalNaive(7)([1, 2], 1)).toThrow('a history of 2 has no season of 7');
    expect(() => naive([], 1)).toThrow(RangeError);
    for (const period of [0, 1.5]) expect(() => seasonalNaive(period)).toThrow(`not ${period}`);
    expect(() => meanAbsoluteError(naive, { x: [], y: [] })).toThrow(RangeError);
  });
});
