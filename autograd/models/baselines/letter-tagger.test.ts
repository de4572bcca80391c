import { describe, expect, it } from 'vitest';
import { letterTagger } from './letter-tagger.ts';

const EXAMPLES = [
  { word: 'cat', tags: ['K', 'AE', 'T'] },
  { word: 'car', tags: ['K', 'AA', 'R'] },
  { word: 'cot', tags: ['K', 'AA', 'T'] },
  { word: 'city', tags: ['S', 'IH', 'T', 'IY'] },
];

describe('a letter tagger', () => {
  it('of width 0 gives each letter its commonest tag', () => {
    expect(letterTagger(EXAMPLES, 0)('city')).toEqual(['K', 'IH', 'T', 'IY']);
  });

  it('of width 1 looks at the neighbours, and knows where a word begins and ends', () => {
    const tag = letterTagger(EXAMPLES, 1);
    for (const { word, tags } of EXAMPLES) expect(tag(word)).toEqual(tags);
    expect(tag('cit')).toEqual(['S', 'IH', 'T']);
  });

  it('looks at fewer neighbours where these were never seen', () => {
    // x-a-r is new, and so is a between them; a alone was AE first
    expect(letterTagger(EXAMPLES, 2)('xar')[1]).toBe('AE');
    // c-i-t is known, the t after next is not
    expect(letterTagger(EXAMPLES, 2)('cits')[0]).toBe('S');
  });

  it('gives a letter that it never saw the commonest tag of all', () => {
    expect(letterTagger(EXAMPLES, 1)('z')).toEqual(['K']);
  });

  it('gives one tag a letter', () => {
    for (const word of ['', 'a', 'catcar']) expect(letterTagger(EXAMPLES, 3)(word)).toHaveLength(word.length);
  });

  it('takes examples, and a width of 0 or more', () => {
    expect(() => letterTagger([], 1)).toThrow(RangeError);
    for (const width of [-1, 0.5]) expect(() => letterTagger(EXAMPLES, width)).toThrow(`not ${width}`);
  });
});
