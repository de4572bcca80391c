import { describe, expect, it } from 'vitest';
import { seriesWindows } from '#autograd/train';
import { meanAbsoluteError, seasonalNaive } from './forecasts.ts';
import { seasonalMedian } from './seasonal-median.ts';

describe('the median of seasons', () => {
  it('says for each place of the season what it mostly was there', () => {
    const history = [99, ...[1, 10], ...[2, 30], ...[9, 20]];
    expect(seasonalMedian(2, 3)(history, 3)).toEqual([2, 20, 2]);
  });

  it('of one season is that season again', () => {
    const history = [3, 1, 4, 1, 5, 9];
    expect(seasonalMedian(4, 1)(history, 6)).toEqual(seasonalNaive(4)(history, 6));
  });

  it('errs once by a holiday, where the last season errs twice', () => {
    const series = Array.from({ length: 70 }, (_, i) => (i === 40 ? 0 : 1 + (i % 7)));
    const windows = seriesWindows(series, 21, 1);
    const [twice, once] = [seasonalNaive(7), seasonalMedian(7, 3)].map((forecast) =>
      meanAbsoluteError(forecast, windows),
    );
    expect(once).toBeCloseTo(twice / 2, 12);
  });

  it('needs a history of all its seasons', () => {
    expect(() => seasonalMedian(7, 4)(new Array<number>(27).fill(1), 1)).toThrow(
      'a history of 27 has no 4 seasons of 7',
    );
  });
});
