import { describe, expect, it } from 'vitest';
import { seededRng } from '#autograd';
import { numberWords } from './number-words.ts';
import { type Spoken, spokenNumbers } from './spoken-numbers.ts';

const { train, heldOut, test } = spokenNumbers(1000, seededRng(1));
const numberOf = ({ digits }: Spoken) => Number(digits.toReversed().join(''));

describe('spoken numbers', () => {
  it('are written from the last digit to the first', () => {
    expect(train[42]).toEqual({ words: ['forty', 'two'], digits: ['2', '4'] });
    for (const spoken of [...train, ...heldOut, ...test])
      expect(numberWords(numberOf(spoken))).toEqual(spoken.words);
  });

  it('are each in one part', () => {
    const all = [train, heldOut, test].flat().map(numberOf);
    expect([train.length, heldOut.length, test.length]).toEqual([700, 100, 300]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('that are not trained on have three to six digits, about as many of each', () => {
    const lengths = [...heldOut, ...test].map(({ digits }) => digits.length);
    expect(new Set(lengths)).toEqual(new Set([3, 4, 5, 6]));
    for (const length of [3, 4, 5, 6])
      expect(Math.abs(lengths.filter((one) => one === length).length - 100)).toBeLessThan(35);
  });

  it('that are not trained on hold no new word', () => {
    const known = new Set(train.flatMap(({ words }) => words));
    expect([...heldOut, ...test].flatMap(({ words }) => words).filter((word) => !known.has(word))).toEqual(
      [],
    );
  });
});
