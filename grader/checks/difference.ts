import type { Plain } from '../model/plain.ts';
import { show } from './show.ts';

/** Where and how an answer differs from the expected one. */
export interface Difference {
  why: string;
  /** The path into the answer, such as `hs[0][2]`; empty for the answer itself. */
  at: string;
  got: string;
  expected: string;
  relativeError?: number;
}

export function difference(why: string, got: Plain, expected: Plain, at: string): Difference {
  return { why, at, got: show(got), expected: show(expected) };
}

export function firstDifference<T>(
  items: readonly T[],
  differ: (item: T, i: number) => Difference | null,
): Difference | null {
  for (const [i, item] of items.entries()) {
    const found = differ(item, i);
    if (found) return found;
  }
  return null;
}

/** The path to a key of what lies at `at`. */
export function keyAt(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}

/** The path to a place of a tensor: `[1, 0]` for the third number of a `[2, 2]` one. */
export function indexIn(shape: readonly number[], place: number): string {
  const index: number[] = [];
  for (const size of shape.toReversed()) {
    index.unshift(place % size);
    place = Math.floor(place / size);
  }
  return index.length === 0 ? '' : `[${index.join(', ')}]`;
}
