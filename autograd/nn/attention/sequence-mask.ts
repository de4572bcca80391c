import { type Tensor, tensor } from '#autograd';
import { badLength } from '../messages/attention.ts';

/**
 * 1 where a padded sequence has an element, 0 in its padding: [N, T] for N sequences of `lengths` out of T.
 *
 * @throws RangeError unless each length is a whole number from 0 to T
 * @example
 * sequenceMask([1, 3], 3).toArray(); // [[1, 0, 0], [1, 1, 1]]
 */
export function sequenceMask(lengths: readonly number[], T: number): Tensor {
  const bad = lengths.findIndex((length) => !(Number.isInteger(length) && length >= 0 && length <= T));
  if (bad >= 0) throw badLength(lengths[bad], bad, T);
  return tensor(lengths.map((length) => Float64Array.from({ length: T }, (_, t) => Number(t < length))));
}
