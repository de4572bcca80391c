import { describe, expect, it } from 'vitest';
import { numberWords } from './number-words.ts';

const said = (number: number) => numberWords(number).join(' ');

describe('the words of a number', () => {
  it('are those of English', () => {
    expect([0, 7, 13, 40, 99].map(said)).toEqual(['zero', 'seven', 'thirteen', 'forty', 'ninety nine']);
    expect([100, 742, 1000].map(said)).toEqual(['one hundred', 'seven hundred forty two', 'one thousand']);
    expect(said(12_011)).toBe('twelve thousand eleven');
    expect(said(999_909)).toBe('nine hundred ninety nine thousand nine hundred nine');
  });

  it('are different for different numbers', () => {
    expect(new Set(Array.from({ length: 20_000 }, (_, number) => said(number))).size).toBe(20_000);
  });

  it('are unknown beyond a million, below zero and between', () => {
    for (const number of [1_000_000, -1, 0.5, NaN])
      expect(() => numberWords(number)).toThrow(`${number} is no whole`);
  });
});
