import { nothingToStandardise } from './messages.ts';

/** A scale on which the training data have mean 0 and deviation 1. */
export interface Scaler {
  mean: number;
  /** The population's deviation, 0 for constant data. */
  std: number;
  /** (v - mean) / std, for whatever data; divided by 1 where the training data are constant. */
  apply(values: readonly number[]): number[];
  /** Back from that scale. */
  undo(values: readonly number[]): number[];
}

/**
 * The scale of the training data. What is tested on is scaled by the same numbers: to use its own would be to look into
 * the future.
 *
 * @throws RangeError when there are no data
 * @example
 * const scaler = standardise([2, 4]);
 * scaler.apply([2, 4, 6]); // [-1, 1, 3]
 * scaler.undo([3]); // [6]
 */
export function standardise(train: readonly number[]): Scaler {
  if (train.length === 0) throw nothingToStandardise();
  const mean = meanOf(train);
  const std = train.every((v) => v === train[0]) ? 0 : Math.sqrt(meanOf(train.map((v) => (v - mean) ** 2)));
  const unit = std || 1;
  return {
    mean,
    std,
    apply: (values) => values.map((v) => (v - mean) / unit),
    undo: (values) => values.map((v) => v * unit + mean),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}
