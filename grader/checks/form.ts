import { Tensor } from '#autograd';
import type { Plain } from '../model/plain.ts';
import { compare } from './compare.ts';
import { type Difference, firstDifference, keyAt } from './difference.ts';
import { isRecord, kindOf } from './kind-of.ts';
import { anyNumber } from './tolerance.ts';

/**
 * Where an answer has another form than the solution's: other kinds, keys or tensor shapes. Numbers, texts, and the
 * lengths of lists are free.
 *
 * Code that reads an answer of the right form neither stumbles over it nor can be led astray, say by an object that
 * claims a `length` of four billion.
 */
export function formDifference(got: Plain, expected: Plain, at: string): Difference | null {
  if (kindOf(got) !== kindOf(expected) || expected instanceof Tensor)
    return compare(got, expected, anyNumber, at);
  if (Array.isArray(expected)) return itemDifference(got as Plain[], expected, at);
  if (!isRecord(expected)) return null;
  const record = got as Record<string, Plain>;
  return firstDifference(Object.entries(expected), ([key, value]) =>
    formDifference(record[key], value, keyAt(at, key)),
  );
}

/** An item beyond the solution's list has the form of the first; nothing is known of items where it has none. */
function itemDifference(got: Plain[], expected: Plain[], at: string): Difference | null {
  if (expected.length === 0) return null;
  return firstDifference(got, (item, i) =>
    formDifference(item, i < expected.length ? expected[i] : expected[0], `${at}[${i}]`),
  );
}
