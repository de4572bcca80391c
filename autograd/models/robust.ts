/** The value in the middle; of an even number of values the mean of the two there. NaN when there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/**
 * The standard deviation as the middle half of the values tells it, however wild the others are: 1.4826 times the
 * median distance from the median, which for a normal distribution is σ (Hampel, 1974).
 */
export function robustDeviation(values: readonly number[]): number {
  const middle = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
}
