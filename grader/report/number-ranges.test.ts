import { expect, test } from 'vitest';
import { numberRanges } from './number-ranges.ts';

test.each([
  [[], ''],
  [['07'], '07'],
  [['01', '02'], '01, 02'],
  [['01', '03', '04', '05', '06', '09', '10', '11'], '01, 03–06, 09–11'],
  [['x', 'y'], 'x, y'],
])('%j is told as %s', (numbers, told) => {
  expect(numberRanges(numbers)).toBe(told);
});
