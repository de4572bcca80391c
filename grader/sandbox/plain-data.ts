/**
 * The only language that a submission and the grader share: plain data as bytes, written by `encode` and read by
 * `decode` on both sides.
 *
 * Numbers travel as raw float64, so NaN, infinities and -0 arrive as they were.
 */
export const Tag = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  number: 4,
  string: 5,
  array: 6,
  numbers: 7,
  object: 8,
  tensor: 9,
} as const;

export const MAX_DEPTH = 16;
/** Long enough for the code of a module. */
export const MAX_STRING = 1 << 20;
export const MAX_RANK = 8;
export const MAX_KEYS = 256;
const MAX_VALUES = 2_000_000;

const NAME = /^[A-Za-z_$][\w$]{0,63}$/;
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/** A value that is no plain data; the message completes the sentence "the answer holds …". */
export class NotPlainError extends Error {}

export function isName(text: string): boolean {
  return NAME.test(text);
}

/** Keys of objects are names, and none of those that lead out of the data. */
export function requireKey(key: string): void {
  if (!isName(key) || UNSAFE_NAMES.has(key))
    throw new NotPlainError('an object with a key that is no plain name');
}

/**
 * Where in one message we are, and how much it may still hold. Values are counted, not only bytes: a list of a
 * million `null` takes little room in a message and much in memory.
 */
export class Allowance {
  private depth = 0;
  private left = MAX_VALUES;

  spend(values: number): void {
    this.left -= values;
    if (!(this.left >= 0)) throw new NotPlainError(`more than ${MAX_VALUES} values`);
  }

  /** Goes one level down, into a list or an object of so many values. */
  enter(values: number): void {
    this.spend(values);
    if (++this.depth > MAX_DEPTH)
      throw new NotPlainError(`lists or objects nested deeper than ${MAX_DEPTH}, or a cycle`);
  }

  leave(): void {
    this.depth--;
  }

  /**
   * An empty tensor counts as if each size of 0 were 1: the shape [1000000, 0] holds no number, but a million empty
   * rows once somebody looks at it.
   */
  spendTensor(shape: readonly number[]): void {
    if (shape.length > MAX_RANK) throw new NotPlainError(`a tensor of rank ${shape.length}`);
    this.spend(shape.reduce((product, n) => product * Math.max(n, 1), 1));
  }
}
