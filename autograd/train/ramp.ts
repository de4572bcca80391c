/** From `start` in epoch 0 to `end` in the last of `epochs`, and `end` from then on. */
export interface Ramp {
  start: number;
  end: number;
  epochs: number;
}

/**
 * How long sequences are in an epoch, when training begins with short ones: `start` to `end` in a straight line,
 * rounded.
 *
 * @param epoch counted from 0
 * @throws RangeError unless `epoch` and `epochs` are integers, of 0 and of 1 or more
 * @example
 * [0, 1, 2, 3].map((epoch) => sequenceLength(epoch, { start: 10, end: 30, epochs: 3 })); // [10, 20, 30, 30]
 */
export function sequenceLength(epoch: number, ramp: Ramp): number {
  return Math.round(along('sequenceLength', epoch, ramp));
}

/**
 * The share of steps in which a decoder is fed the truth and not its own last word, in a straight line over the epochs
 * (scheduled sampling, Bengio et al. 2015).
 *
 * @throws RangeError unless `epoch` and `epochs` are integers, of 0 and of 1 or more
 * @example
 * [0, 1, 2].map((epoch) => forcingRatio(epoch, { start: 1, end: 0, epochs: 3 })); // [1, 0.5, 0]
 */
export function forcingRatio(epoch: number, ramp: Ramp): number {
  return along('forcingRatio', epoch, ramp);
}

function along(name: string, epoch: number, { start, end, epochs }: Ramp): number {
  if (!Number.isInteger(epoch) || epoch < 0 || !Number.isInteger(epochs) || epochs < 1)
    throw new RangeError(
      `${name}: epoch ${epoch} of ${epochs} does not exist.\n  Epochs count from 0, and there is one at least.`,
    );
  const t = epochs === 1 ? 1 : Math.min(1, epoch / (epochs - 1));
  return start + t * (end - start);
}
