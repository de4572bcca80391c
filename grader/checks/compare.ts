import { Tensor } from '#autograd';
import type { Plain } from '../model/plain.ts';
import { show } from './show.ts';

/** |a − b| ≤ absolute + relative · |b| */
export interface Tolerance {
  absolute: number;
  relative: number;
}

export const DEFAULT_TOLERANCE: Tolerance = { absolute: 1e-9, relative: 1e-7 };
export const EXACT: Tolerance = { absolute: 0, relative: 0 };

/** Where and how an answer differs from the expected one. */
export interface Difference {
  why: string;
  /** The path into the answer, such as `hs[0][2]`; empty for the answer itself. */
  at: string;
  got: string;
  expected: string;
  relativeError?: number;
}

export function isClose(
  got: number,
  expected: number,
  { absolute, relative }: Tolerance = DEFAULT_TOLERANCE,
): boolean {
  if (Object.is(got, expected) || got === expected) return true;
  return Math.abs(got - expected) <= absolute + relative * Math.abs(expected);
}

/** The first place where two values differ, or null. Keys that were not asked for are nobody's business. */
export function compare(
  got: Plain,
  expected: Plain,
  tolerance = DEFAULT_TOLERANCE,
  at = '',
): Difference | null {
  if (typeof expected === 'number' && typeof got === 'number')
    return compareNumbers(got, expected, tolerance, at);
  if (expected instanceof Tensor && got instanceof Tensor)
    return compareTensors(got, expected, tolerance, at);
  if (kindOf(got) !== kindOf(expected))
    return mismatch(`expected ${kindOf(expected)}, got ${kindOf(got)}`, got, expected, at);
  if (Array.isArray(expected)) return compareLists(got as Plain[], expected, tolerance, at);
  if (isRecord(expected)) return compareRecords(got as Record<string, Plain>, expected, tolerance, at);
  return got === expected ? null : mismatch('the answer differs', got, expected, at);
}

function compareNumbers(got: number, expected: number, tolerance: Tolerance, at: string): Difference | null {
  if (isClose(got, expected, tolerance)) return null;
  const relativeError = Math.abs(got - expected) / Math.abs(expected);
  const why =
    Number.isFinite(got) || !Number.isFinite(expected) ? 'the value differs' : `the value is ${got}`;
  return { ...mismatch(why, got, expected, at), ...(Number.isFinite(relativeError) && { relativeError }) };
}

function compareTensors(got: Tensor, expected: Tensor, tolerance: Tolerance, at: string): Difference | null {
  if (`${got.shape}` !== `${expected.shape}`) {
    const why = `the shape is [${got.shape.join(', ')}], expected [${expected.shape.join(', ')}]`;
    return mismatch(why, got, expected, at);
  }
  const place = expected.data.findIndex((value, i) => !isClose(got.data[i]!, value, tolerance));
  if (place < 0) return null;
  return compareNumbers(
    got.data[place]!,
    expected.data[place]!,
    tolerance,
    `${at}${indexIn(expected.shape, place)}`,
  );
}

/** `[1, 0]` for the third number of a `[2, 2]` tensor. */
export function indexIn(shape: readonly number[], place: number): string {
  const index: number[] = [];
  for (const size of shape.toReversed()) {
    index.unshift(place % size);
    place = Math.floor(place / size);
  }
  return index.length === 0 ? '' : `[${index.join(', ')}]`;
}

function compareLists(got: Plain[], expected: Plain[], tolerance: Tolerance, at: string): Difference | null {
  if (got.length !== expected.length) {
    return mismatch(`expected ${expected.length} items, got ${got.length}`, got, expected, at);
  }
  return firstDifference(expected.map((item, i) => () => compare(got[i], item, tolerance, `${at}[${i}]`)));
}

function compareRecords(
  got: Record<string, Plain>,
  expected: Record<string, Plain>,
  tolerance: Tolerance,
  at: string,
) {
  const dot = at === '' ? '' : `${at}.`;
  return firstDifference(
    Object.keys(expected).map((key) => () => compare(got[key], expected[key], tolerance, `${dot}${key}`)),
  );
}

function firstDifference(comparisons: (() => Difference | null)[]): Difference | null {
  for (const comparison of comparisons) {
    const difference = comparison();
    if (difference) return difference;
  }
  return null;
}

function mismatch(why: string, got: Plain, expected: Plain, at: string): Difference {
  return { why, at, got: show(got), expected: show(expected) };
}

function isRecord(value: Plain): value is Record<string, Plain> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Tensor);
}

function kindOf(value: Plain): string {
  if (value === null || value === undefined) return `${value}`;
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Tensor) return 'a tensor';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
