import { describe, expect, test } from 'vitest';
import { percent, percentText, pointsText } from './points.ts';

describe('points', () => {
  test('are written without needless decimals', () => {
    expect([100, 27.5, 0.1 + 0.2, 33.333333].map(pointsText)).toEqual(['100', '27.5', '0.3', '33.33']);
  });

  test('a share of nothing is a dash, never NaN', () => {
    expect(percentText(percent(0, 0))).toBe('–');
  });

  test('only full marks read 100 %', () => {
    expect(percentText(percent(99.99, 100))).toBe('99 %');
    expect(percentText(percent(100, 100))).toBe('100 %');
    expect(percentText(percent(0.29, 1))).toBe('29 %');
  });
});
