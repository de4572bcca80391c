import type { Rng } from '#autograd';
import { requireCount } from './require-count.ts';
import { shuffled } from './shuffled.ts';

export interface BatchOptions {
  /** Leaves out the last batch if it is smaller than the others; false unless stated. */
  dropLast?: boolean;
}

/**
 * The batches of one epoch: all examples in random order, `size` at a time.
 *
 * @throws RangeError for a size that is no whole number of 1 or more
 * @example
 * batches(['a', 'b', 'c'], 2, seededRng(1)).flat().sort(); // ['a', 'b', 'c']
 * batches(['a', 'b', 'c'], 2, seededRng(1), { dropLast: true }).length; // 1
 */
export function batches<T>(
  examples: readonly T[],
  size: number,
  rng: Rng,
  { dropLast = false }: BatchOptions = {},
): T[][] {
  requireCount('batches', 'the size of a batch', size);
  const all = cut(shuffled(examples, rng), size);
  return dropLast ? all.filter((batch) => batch.length === size) : all;
}

/**
 * The batches of one epoch, each of examples of about one length, so that little is padded: neighbours in the order of
 * length, those of equal length in random order, and the batches in random order.
 *
 * @throws RangeError for a size that is no whole number of 1 or more
 * @example
 * const words = ['a', 'to', 'I', 'be'];
 * batchesByLength(words, (word) => word.length, 2, seededRng(1)).map((batch) => batch.sort()).sort(); // [['I', 'a'], ['be', 'to']]
 */
export function batchesByLength<T>(
  examples: readonly T[],
  lengthOf: (example: T) => number,
  size: number,
  rng: Rng,
): T[][] {
  requireCount('batchesByLength', 'the size of a batch', size);
  // sorting keeps the random order of those that are equal
  const sorted = shuffled(examples, rng).sort((a, b) => lengthOf(a) - lengthOf(b));
  return shuffled(cut(sorted, size), rng);
}

function cut<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size));
}
