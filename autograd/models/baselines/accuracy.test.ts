import { expect, it } from 'vitest';
import { accuracy } from './accuracy.ts';

it('accuracy is the share of answers that are right', () => {
  expect(accuracy(['a', 'b', 'b', 'a'], ['a', 'b', 'a', 'a'])).toBe(0.75);
});

it('accuracy takes an answer for each question', () => {
  expect(() => accuracy([1], [1, 2])).toThrow('1 answers for 2 questions');
  expect(() => accuracy([], [])).toThrow(RangeError);
});
