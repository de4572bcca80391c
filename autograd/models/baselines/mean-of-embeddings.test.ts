import { describe, expect, it } from 'vitest';
import { seededRng } from '#autograd';
import { meanOfEmbeddings } from './mean-of-embeddings.ts';

const ANIMALS = ['cat', 'dog', 'cow'];
const PLANTS = ['oak', 'fern', 'moss'];

/** Sentences of two to four words, one of them an animal (1) or a plant (0). */
const sentences = [ANIMALS, PLANTS].flatMap((kind, i) =>
  kind.flatMap((word) =>
    [
      ['a', word],
      ['the', word, 'is', 'old'],
      ['one', 'more', word],
    ].map((words) => ({ words, label: 1 - i })),
  ),
);

describe('the mean of embeddings', () => {
  const classOf = meanOfEmbeddings(sentences, { rng: seededRng(1), epochs: 60 });

  it('learns which words tell a class', () => {
    expect(sentences.map(({ words }) => classOf(words))).toEqual(sentences.map(({ label }) => label));
  });

  it('says the same in whatever order the words come', () => {
    for (const { words } of sentences) expect(classOf(words.toReversed())).toBe(classOf(words));
  });

  it('passes over words that it does not know', () => {
    expect([0, 1]).toContain(classOf(['a', 'zebra']));
  });

  it('repeats for a seed', () => {
    const again = meanOfEmbeddings(sentences, { rng: seededRng(1), epochs: 60 });
    expect(again(['zebra'])).toBe(classOf(['zebra']));
  });

  it('takes sentences to learn from', () => {
    expect(() => meanOfEmbeddings([], { rng: seededRng(1) })).toThrow(RangeError);
  });
});
