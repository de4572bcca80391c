import { describe, expect, it } from 'vitest';
import { seededRng } from '#autograd';
import { Adam } from '#autograd/optim';
import { fit } from '#autograd/train';
import { letterTagger } from './baselines/letter-tagger.ts';
import type { Pronunciation } from './data.ts';
import { LetterTagger, letterAccuracy, words } from './tagging.ts';
import { linesOfLetters, linesOfWords } from './tagging-shown.ts';

const { train, heldOut, test } = words();

const pronounced = (word: string, tags: string): Pronunciation => ({ word, tags: tags.split(' ') });
/** c and a sound different by what comes after them. */
const PAIRS = [
  pronounced('cat', 'K AE T'),
  pronounced('city', 'S IH T IY'),
  pronounced('hat', 'HH AE T'),
  pronounced('hate', 'HH EY T _'),
];

describe('the words', () => {
  it('are each in one part', () => {
    const all = [train, heldOut, test].flat().map(({ word }) => word);
    expect(new Set(all).size).toBe(all.length);
    expect([train.length, heldOut.length, test.length]).toEqual([3191, 399, 399]);
  });

  it('are guessed by the letter alone in 65 of 100 letters, in 86 by three on either side', () => {
    expect(letterAccuracy(letterTagger(train, 0), test)).toBeCloseTo(0.6533, 4);
    expect(letterAccuracy(letterTagger(train, 3), test)).toBeCloseTo(0.8592, 4);
  });
});

describe('a network that tags letters', () => {
  it('gives each letter of each word a number for each tag', () => {
    const model = new LetterTagger(PAIRS, true, seededRng(1));
    expect(model.forward(['cat', 'city']).shape).toEqual([2, 4, model.tags.size]);
    expect(model.tagsOf('they')).toHaveLength(4);
  });

  it('is judged by letters: padding counts nothing', () => {
    const model = new LetterTagger(PAIRS, true, seededRng(1));
    const [short, long] = [PAIRS[0], PAIRS[1]];
    const mean = (3 * model.loss([short]).item() + 4 * model.loss([long]).item()) / 7;
    expect(model.loss([short, long]).item()).toBeCloseTo(mean, 12);
  });

  it('learns by reading both ways what cannot be known from the letters before', () => {
    const accuracyOf = (bidirectional: boolean) => {
      const model = new LetterTagger(PAIRS, bidirectional, seededRng(1));
      fit({
        model,
        rng: seededRng(1),
        optimizer: new Adam(model.parameters(), { lr: 0.02 }),
        epochs: 30,
        batches: () => [PAIRS],
        loss: (batch) => model.loss(batch),
      });
      return letterAccuracy((word) => model.tagsOf(word), PAIRS);
    };
    expect(accuracyOf(true)).toBe(1);
    // of 14 letters, a c and an a before which all is the same as in another word
    expect(accuracyOf(false)).toBeCloseTo(12 / 14, 12);
  });
});

describe('what is shown of it', () => {
  const tagsOf = (word: string) => (word === 'hate' ? ['HH', 'AE', 'T', '_'] : letterTagger(PAIRS, 1)(word));

  it('are words, and what is right where a sound is wrong', () => {
    const lines = linesOfWords(PAIRS, tagsOf).map((line) => line.trim().split(/ {2,}/));
    expect(lines[1]).toEqual(['Of 100 words it has 75 right from the first letter to the last.']);
    expect(lines.slice(-2)).toEqual([
      ['hat', 'HH', 'AE', 'T'],
      ['hate', 'HH', 'AE (EY)', 'T', '_'],
    ]);
  });

  it('are frequent letters, the one that gains most first', () => {
    const many = Array.from({ length: 30 }, () => [PAIRS[2], PAIRS[3]]).flat();
    const right = letterTagger(PAIRS, 3);
    const rows = linesOfLetters(many, tagsOf, right).map((line) => line.trim().split(/ {2,}/));
    expect(rows.at(-3)?.[0]).toBe('a');
    expect(rows.slice(-2).map(([name, percent]) => [name, percent])).toEqual([
      ['forward only', '50%'],
      ['both directions', '100%'],
    ]);
  });
});
