import { indexSelect, reshape, type Tensor, transpose } from '#autograd';
import { wrongLengths, wrongPadded } from './messages/lengths.ts';
import {
  isAsPadded,
  type PackedOrder,
  type PackedSequence,
  placesOf,
  type TimeLayout,
} from './packed-sequence.ts';

/**
 * A padded batch in packed form. What lies behind a length is not looked at, and gets no gradient.
 *
 * As `torch.nn.utils.rnn.pack_padded_sequence` with `enforce_sorted=False`; but here a sequence may be empty, which
 * PyTorch refuses.
 *
 * @param x [T, N, …], or [N, T, …] with `batchFirst`
 * @param lengths of the N sequences, from 0 to T
 * @throws ShapeError unless x has axes for time and batch
 * @throws RangeError unless `lengths` are N integers from 0 to T
 * @example
 * const x = tensor([[[1], [2]], [[0], [3]]]);
 * packPadded(x, [1, 2]).data.toArray(); // [[2], [1], [3]]
 */
export function packPadded(
  x: Tensor,
  lengths: readonly number[],
  { batchFirst = false }: TimeLayout = {},
): PackedSequence {
  if (x.rank < 2) throw wrongPadded(x.shape);
  const steps = batchFirst ? transpose(x, 0, 1) : x;
  const [T, N, ...features] = steps.shape;
  requireLengths(lengths, T, N);
  const order = orderOf(lengths);
  const rows = reshape(steps, [T * N, ...features]);
  return { data: isAsPadded(order, T) ? rows : indexSelect(rows, 0, placesOf(order)), ...order };
}

/** Sequences of one length stay in the order they have. */
function orderOf(lengths: readonly number[]): PackedOrder {
  const sortedIndices = [...lengths.keys()].sort((a, b) => lengths[b] - lengths[a]);
  const unsortedIndices = new Array<number>(lengths.length);
  sortedIndices.forEach((sequence, place) => {
    unsortedIndices[sequence] = place;
  });
  return {
    batchSizes: batchSizesOf(sortedIndices.map((sequence) => lengths[sequence])),
    sortedIndices,
    unsortedIndices,
  };
}

/** How many of the lengths, which fall, are above 0, above 1, … */
function batchSizesOf(lengths: readonly number[]): number[] {
  let n = lengths.length;
  return Array.from({ length: lengths[0] ?? 0 }, (_, t) => {
    while (lengths[n - 1] <= t) n--;
    return n;
  });
}

function requireLengths(lengths: readonly number[], T: number, N: number): void {
  const fit = lengths.every((length) => Number.isInteger(length) && length >= 0 && length <= T);
  if (!fit || lengths.length !== N) throw wrongLengths(lengths, T, N);
}
