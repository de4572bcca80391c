/** A loss, a norm or a validation that is NaN or infinite ends a training: no step could follow. */
export function notFinite(what: string, value: number, at: { epoch: number; step: number }): RangeError {
  return new RangeError(
    `fit: ${what} is ${value} in epoch ${at.epoch}, step ${at.step}.\n  A lower learning rate, or clipNorm: 1, keeps steps small; detectAnomaly(() => …) finds the op that made the first NaN.`,
  );
}

export function noBatches(epoch: number): RangeError {
  return new RangeError(
    `fit: batches() gave none in epoch ${epoch}.\n  An epoch takes one batch at least: is the batch larger than the data, and the rest dropped?`,
  );
}

export function batchesEnded(epoch: number, done: number, found: number): RangeError {
  return new RangeError(
    `fit: the checkpoint was saved after ${done} batches of epoch ${epoch}, but batches() gives ${found} now.\n  It must give the same again for the same epoch and rng. Was the data changed?`,
  );
}

export function noCheckpoint(why: string): RangeError {
  return new RangeError(
    `fit: what the checkpoint store holds is no checkpoint of a training: ${why}\n  Remove it, or choose another place.`,
  );
}
