import type { Rng } from '#autograd';
import { noShares } from './messages.ts';
import { shuffled } from './shuffled.ts';

/**
 * The examples in random order, cut into parts: what is trained on, what the training is judged by, what is looked at
 * once in the end. Each example is in one part.
 *
 * @param shares the share of each part, by its name; they sum to 1
 * @throws RangeError for other shares
 * @example
 * const parts = splitExamples([1, 2, 3, 4, 5], { train: 0.6, test: 0.4 }, seededRng(1));
 * parts.train.length; // 3
 * [...parts.train, ...parts.test].sort(); // [1, 2, 3, 4, 5]
 */
export function splitExamples<T, Part extends string>(
  examples: readonly T[],
  shares: Readonly<Record<Part, number>>,
  rng: Rng,
): Record<Part, T[]> {
  requireShares(shares);
  const names = Object.keys(shares) as Part[];
  const order = shuffled(examples, rng);
  // ends are rounded, not sizes: so no example is lost, and none is in two parts
  const ends = sumsOf(names.map((name) => shares[name])).map((sum) => Math.round(sum * order.length));
  const parts = names.map((name, i) => [name, order.slice(ends[i - 1] ?? 0, ends[i])]);
  return Object.fromEntries(parts) as Record<Part, T[]>;
}

function sumsOf(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}

function requireShares(shares: Readonly<Record<string, number>>): void {
  const list = Object.values(shares);
  const sum = sumsOf(list).at(-1) ?? 0;
  if (!list.every((share) => share >= 0) || !(Math.abs(sum - 1) < 1e-9)) throw noShares(shares);
}
