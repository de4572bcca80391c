import { describe, expect, test } from 'vitest';
import { seededRng } from '#autograd';
import { mutate } from './mutate.ts';
import { wordsOf } from './target.ts';

const words = wordsOf('grad', '{}');
const tokens = /\w+|\s+|./gs;

describe.each([undefined, tokens])('changes with the tokens %s', (pattern) => {
  const changes = (input: Uint8Array, count: number) => {
    const rng = seededRng(7);
    return Array.from({ length: count }, () =>
      mutate(input, { rng, words, other: Buffer.from('other bytes') }, pattern),
    );
  };

  test('leave the input as it was', () => {
    const input = Buffer.from('one two three');
    changes(input, 2000);
    expect(input.toString()).toBe('one two three');
  });

  test('are the same for the same seed, and many', () => {
    const input = Buffer.from('one two three');
    expect(changes(input, 200)).toEqual(changes(input, 200));
    expect(new Set(changes(input, 200).map((bytes) => bytes.join())).size).toBeGreaterThan(150);
  });

  test('make something of nothing, and of much no more than 64 KB', () => {
    expect(changes(new Uint8Array(0), 100).some((bytes) => bytes.length > 0)).toBe(true);
    expect(Math.max(...changes(new Uint8Array(100_000), 20).map((bytes) => bytes.length))).toBe(65_536);
  });
});
