/** Says the `horizon` values that follow a history. */
export type Forecast = (history: readonly number[], horizon: number) => number[];

/**
 * It goes on as it was: the last value again and again.
 *
 * @throws RangeError for an empty history
 */
export const naive: Forecast = (history, horizon) => seasonalNaive(1)(history, horizon);

/**
 * As it was a season ago: the last `period` values again and again.
 *
 * @throws RangeError for a history shorter than the period, or a period that is no whole number of 1 or more
 */
export function seasonalNaive(period: number): Forecast {
  if (!Number.isInteger(period) || period < 1)
    throw new RangeError(`seasonalNaive: the period is a whole number of 1 or more, not ${period}.`);
  return (history, horizon) => {
    if (history.length < period)
      throw new RangeError(`seasonalNaive: a history of ${history.length} has no season of ${period}.`);
    const season = history.slice(history.length - period);
    return Array.from({ length: horizon }, (_, step) => season[step % period]);
  };
}

/**
 * The mean absolute error of a forecast over windows of a series, as `seriesWindows` cuts them.
 *
 * @throws RangeError when there are no windows
 */
export function meanAbsoluteError(
  forecast: Forecast,
  { x, y }: { x: readonly (readonly number[])[]; y: readonly (readonly number[])[] },
): number {
  if (y.length === 0) throw new RangeError('meanAbsoluteError: there are no windows.');
  const errors = x.flatMap((history, i) =>
    forecast(history, y[i].length).map((value, step) => Math.abs(value - y[i][step])),
  );
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}
