import { requireCount } from './require-count.ts';

/** What a forecast sees, and what came then. */
export interface SeriesWindows {
  /** [windows][length] */
  x: number[][];
  /** [windows][horizon] */
  y: number[][];
}

/**
 * Each stretch of `length` values and the `horizon` values that follow it, one stretch for each place where both fit.
 *
 * @throws RangeError unless both are whole numbers of 1 or more
 * @example
 * seriesWindows([1, 2, 3, 4], 2, 1); // { x: [[1, 2], [2, 3]], y: [[3], [4]] }
 */
export function seriesWindows(series: readonly number[], length: number, horizon: number): SeriesWindows {
  requireCount('seriesWindows', 'the length of a window', length);
  requireCount('seriesWindows', 'the horizon', horizon);
  const count = Math.max(0, series.length - length - horizon + 1);
  const cut = (from: number, size: number) =>
    Array.from({ length: count }, (_, i) => series.slice(i + from, i + from + size));
  return { x: cut(0, length), y: cut(length, horizon) };
}
