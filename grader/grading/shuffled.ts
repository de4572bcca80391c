import { createHash } from 'node:crypto';

/** The items in an order that the seed decides. */
export function shuffled<T>(items: readonly T[], seed: string | number): T[] {
  const rank = (i: number) => createHash('sha256').update(`${seed}\0${i}`).digest('hex');
  return items
    .map((item, i) => ({ item, rank: rank(i) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item);
}
