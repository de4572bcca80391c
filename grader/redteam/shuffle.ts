import { createHash } from 'node:crypto';

/** In an order that depends on the seed alone. */
export function shuffled<T>(items: T[], seed: string, nameOf: (item: T) => string): T[] {
  const key = (item: T) =>
    createHash('sha256')
      .update(`${seed}\0${nameOf(item)}`)
      .digest('hex');
  return items
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}
