import { indexSelect, pad, reshape, type Tensor, transpose } from '#autograd';
import { wrongTotalLength } from './messages/lengths.ts';
import {
  isAsPadded,
  type PackedOrder,
  type PackedSequence,
  placesOf,
  type TimeLayout,
} from './packed-sequence.ts';

export interface PadOptions extends TimeLayout {
  /** T of the result; the longest of the lengths unless stated. */
  totalLength?: number;
}

/**
 * A packed batch as a padded one, 0 behind every length, and the lengths: what `packPadded` makes packed again. As
 * `torch.nn.utils.rnn.pad_packed_sequence`.
 *
 * @returns `output` [T, N, …], or [N, T, …] with `batchFirst`
 * @throws RangeError when a sequence is longer than `totalLength`
 * @example
 * const packed = packPadded(tensor([[[1], [2]], [[9], [3]]]), [1, 2]);
 * padPacked(packed).output.toArray(); // [[[1], [2]], [[0], [3]]]
 * padPacked(packed).lengths; // [1, 2]
 */
export function padPacked(
  packed: PackedSequence,
  { batchFirst = false, totalLength }: PadOptions = {},
): { output: Tensor; lengths: number[] } {
  const { data, batchSizes, sortedIndices, unsortedIndices } = packed;
  const T = totalLength ?? batchSizes.length;
  if (!(Number.isInteger(T) && T >= batchSizes.length)) throw wrongTotalLength(T, batchSizes.length);
  const N = sortedIndices.length;
  const rows = isAsPadded(packed, T) ? data : spread(data, packed, T * N);
  const steps = reshape(rows, [T, N, ...data.shape.slice(1)]);
  const lengths = unsortedIndices.map((place) => batchSizes.findLastIndex((n) => n > place) + 1);
  return { output: batchFirst ? transpose(steps, 0, 1) : steps, lengths };
}

/** The rows of `data` at their places among `count` rows, zeros at the others. */
function spread(data: Tensor, order: PackedOrder, count: number): Tensor {
  const places = placesOf(order);
  const zero = places.length; // the row of zeros behind the others, if one is needed
  const ids = new Array<number>(count).fill(zero);
  places.forEach((place, row) => {
    ids[place] = row;
  });
  return indexSelect(zero < count ? withRowOfZeros(data) : data, 0, ids);
}

function withRowOfZeros(x: Tensor): Tensor {
  return pad(
    x,
    x.shape.map((_, axis) => [0, axis === 0 ? 1 : 0]),
  );
}
