import { median } from '../robust.ts';
import type { Forecast } from './forecasts.ts';

/**
 * As it mostly was in the last seasons: the median of the values 1, 2 … `seasons` periods ago, which a single odd one
 * does not move.
 *
 * @throws RangeError for a history shorter than the seasons
 */
export function seasonalMedian(period: number, seasons: number): Forecast {
  return (history, horizon) => {
    const start = history.length - period * seasons;
    if (start < 0)
      throw new RangeError(
        `seasonalMedian: a history of ${history.length} has no ${seasons} seasons of ${period}.`,
      );
    const seen = (place: number) =>
      Array.from({ length: seasons }, (_, season) => history[start + season * period + place]);
    return Array.from({ length: horizon }, (_, step) => median(seen(step % period)));
  };
}
