import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Vocabulary, vocabulary } from './vocabulary.ts';

const SPECIALS = ['<pad>', '<bos>', '<eos>', '<unk>'];
const words = fc.array(fc.string({ maxLength: 3 }), { minLength: 1 });

describe('a vocabulary', () => {
  it('decodes what it encoded', () => {
    fc.assert(
      fc.property(words, (tokens) => {
        const all = vocabulary(tokens, { specials: SPECIALS });
        expect(all.decode(all.encode(tokens))).toEqual(tokens);
      }),
    );
  });

  it('gives each token one id, from 0 to below its size', () => {
    fc.assert(
      fc.property(words, (tokens) => {
        const all = vocabulary(tokens);
        const ids = [...new Set(tokens)].map((token) => all.id(token));
        expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: all.size }, (_, id) => id));
      }),
    );
  });

  it('does not depend on the order of the data', () => {
    fc.assert(
      fc.property(words, (tokens) => {
        expect(vocabulary(tokens.toReversed()).tokens).toEqual(vocabulary(tokens).tokens);
      }),
    );
  });

  it('comes back from JSON', () => {
    fc.assert(
      fc.property(words, (tokens) => {
        const all = vocabulary(tokens);
        const back = Vocabulary.from(JSON.parse(JSON.stringify(all)));
        expect(back.tokens).toEqual(all.tokens);
        expect(back.encode(tokens)).toEqual(all.encode(tokens));
      }),
    );
  });

  it('begins with the special tokens, in their order, also where the data hold one', () => {
    const all = vocabulary(['b', '<eos>', 'a'], { specials: SPECIALS });
    expect(all.tokens).toEqual([...SPECIALS, 'a', 'b']);
  });

  it('leaves out tokens that are rarer than minCount, but no special one', () => {
    const all = vocabulary('abcbcc', { specials: ['<pad>'], minCount: 2 });
    expect(all.tokens).toEqual(['<pad>', 'b', 'c']);
  });

  it('reads a text as its characters, a sign beyond 16 bits as one', () => {
    expect(vocabulary('a😀').encode('😀a')).toEqual([1, 0]);
  });

  it('says which tokens it has', () => {
    expect(['a', 'z'].map((token) => vocabulary('abc').has(token))).toEqual([true, false]);
  });
});

describe('an unknown token', () => {
  it('becomes <unk> where there is one', () => {
    const all = vocabulary('abc', { specials: ['<pad>', '<unk>'] });
    expect(all.encode('az')).toEqual([2, 1]);
  });

  it('is named by an error elsewhere', () => {
    expect(() => vocabulary('abc').encode('az')).toThrow(RangeError);
    expect(() => vocabulary('abc').encode('az')).toThrow(/"z" is unknown/);
  });

  it('has no id, and an id has no token', () => {
    for (const id of [3, -1, 0.5, Number.NaN])
      expect(() => vocabulary('abc').decode([id])).toThrow(`no token ${id}`);
  });
});

it('a list with a token twice is refused: it would have two ids', () => {
  expect(() => Vocabulary.from(['a', 'b', 'a'])).toThrow(/"a" stands there twice/);
});
