import type { Tensor } from '#autograd';

/**
 * Sequences of different lengths without padding, as `torch.nn.utils.rnn.PackedSequence`: sorted by length, longest
 * first, and laid out step by step, so that at step t the first `batchSizes[t]` of them are there.
 */
export interface PackedSequence {
  /** [Σ batchSizes, …]: the rows of step 0, those of step 1, … */
  data: Tensor;
  /** How many sequences there are at each step; never more than at the step before. */
  batchSizes: readonly number[];
  /** For each place in the sorted batch, the sequence that stands there. */
  sortedIndices: readonly number[];
  /** For each sequence, its place in the sorted batch. */
  unsortedIndices: readonly number[];
}

/** All but the numbers. */
export type PackedOrder = Omit<PackedSequence, 'data'>;

export interface TimeLayout {
  /** Whether the batch is the first axis and time the second; false unless stated. */
  batchFirst?: boolean;
}

/** Where the rows of the packed data are in the padded batch [T, N], its steps below one another. */
export function placesOf({ batchSizes, sortedIndices }: PackedOrder): number[] {
  const N = sortedIndices.length;
  return batchSizes.flatMap((n, t) => sortedIndices.slice(0, n).map((sequence) => t * N + sequence));
}

/** Whether these rows are those of the padded batch, in its order: no padding, and nothing to sort. */
export function isAsPadded({ batchSizes, sortedIndices }: PackedOrder, T: number): boolean {
  const N = sortedIndices.length;
  const whole = batchSizes.length === T && batchSizes.every((n) => n === N);
  return whole && sortedIndices.every((sequence, place) => sequence === place);
}
