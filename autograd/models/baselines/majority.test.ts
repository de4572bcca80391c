import { expect, it } from 'vitest';
import { majority } from './majority.ts';

it('the majority is what comes most often, of equals the first', () => {
  expect(majority([0, 1, 1])).toBe(1);
  expect(majority(['b', 'a', 'a', 'b'])).toBe('b');
  expect(() => majority([])).toThrow(RangeError);
});
