import { Tensor } from '#autograd';
import type { Plain } from '../model/plain.ts';
import { type Difference, difference, firstDifference, indexIn, keyAt } from './difference.ts';
import { isRecord, kindOf } from './kind-of.ts';
import { showApart } from './show.ts';
import { relativeError, type Same, within } from './tolerance.ts';

/** The first place where two values differ, or null. Keys that were not asked for are nobody's business. */
export function compare(got: Plain, expected: Plain, same: Same = within(), at = ''): Difference | null {
  if (typeof expected === 'number' && typeof got === 'number') return compareNumbers(got, expected, same, at);
  if (expected instanceof Tensor && got instanceof Tensor) return compareTensors(got, expected, same, at);
  if (kindOf(got) !== kindOf(expected))
    return difference(`expected ${kindOf(expected)}, got ${kindOf(got)}`, got, expected, at);
  if (Array.isArray(expected)) return compareLists(got as Plain[], expected, same, at);
  if (isRecord(expected)) return compareRecords(got as Record<string, Plain>, expected, same, at);
  return got === expected ? null : difference('the answer differs', got, expected, at);
}

function compareNumbers(got: number, expected: number, same: Same, at: string): Difference | null {
  if (same(got, expected)) return null;
  const why =
    Number.isFinite(got) || !Number.isFinite(expected) ? 'the value differs' : `the value is ${got}`;
  return { why, at, ...showApart(got, expected), ...relativeError(got, expected) };
}

function compareTensors(got: Tensor, expected: Tensor, same: Same, at: string): Difference | null {
  if (`${got.shape}` !== `${expected.shape}`) {
    const why = `the shape is [${got.shape.join(', ')}], expected [${expected.shape.join(', ')}]`;
    return difference(why, got, expected, at);
  }
  const place = expected.data.findIndex((value, i) => !same(got.data[i]!, value));
  if (place < 0) return null;
  return compareNumbers(
    got.data[place]!,
    expected.data[place]!,
    same,
    `${at}${indexIn(expected.shape, place)}`,
  );
}

function compareLists(got: Plain[], expected: Plain[], same: Same, at: string): Difference | null {
  if (got.length !== expected.length)
    return difference(`expected ${expected.length} items, got ${got.length}`, got, expected, at);
  return firstDifference(expected, (item, i) => compare(got[i], item, same, `${at}[${i}]`));
}

function compareRecords(
  got: Record<string, Plain>,
  expected: Record<string, Plain>,
  same: Same,
  at: string,
): Difference | null {
  return firstDifference(Object.entries(expected), ([key, value]) =>
    compare(got[key], value, same, keyAt(at, key)),
  );
}
