import { expect, test } from 'vitest';
import { withPatience } from './patience.ts';
import { madeUp } from './testing/made-up.ts';

test.each([
  [0.01, 0.25],
  [10, 1],
  [500, 2],
])('where the slowest call of the solution takes %d ms, a mutant may take %d s', (slowest, seconds) => {
  expect(withPatience(madeUp(), slowest).limits.call.processorSeconds).toBe(seconds);
});
