import { describe, expect, it } from 'vitest';

/** What a user does, by the name of the message it leads to. */
export type Mistakes = Record<string, () => unknown>;

/** `op: what, with a shape, a value, a type or an equation.` and on the next line what would fit. */
const SAYS_ALL = /^[a-zA-Z]+: [^\n]*(\[.*\]|\d|array|number|string|->)[^\n]*\.\n {2}[^\n]+\.$/;

/** Tests that each of `messages` is reached by a mistake of its name, and says all that one needs. */
export function describeMessages(messages: object, mistakes: Mistakes): void {
  describe('a message', () => {
    it('is there for every mistake below, and each is tried', () => {
      expect(Object.keys(mistakes).sort()).toEqual(Object.keys(messages).sort());
    });

    it.each(Object.entries(mistakes))('%s names the op, what it found, and what would fit', (_, mistake) => {
      const error = errorOf(mistake);
      expect(error instanceof RangeError || error instanceof TypeError).toBe(true);
      expect(error.message).toMatch(SAYS_ALL);
    });
  });
}

function errorOf(f: () => unknown): Error {
  try {
    f();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
