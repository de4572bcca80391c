import { describe, expect, test } from 'vitest';
import { displayWidth } from './display-width.ts';
import { justify, wrap } from './wrap.ts';

describe('wrap', () => {
  test('breaks at spaces', () => {
    expect(wrap('look for a loop that never ends', 12)).toEqual(['look for a', 'loop that', 'never ends']);
  });

  test('breaks inside a word only where the word alone is too wide', () => {
    expect(wrap('a 0123456789 b', 5)).toEqual(['a', '01234', '56789', 'b']);
  });

  test('keeps the lines and the indentation that are there', () => {
    expect(wrap('if\n    deep\n\nend', 20)).toEqual(['if', '    deep', '', 'end']);
  });

  test('counts columns: wide characters take two, combining marks none', () => {
    expect(displayWidth('e\u0301')).toBe(1);
    expect(displayWidth('循環')).toBe(4);
    expect(wrap('循環神経網', 4)).toEqual(['循環', '神経', '網']);
  });

  test('gets on even where one character is wider than the room', () => {
    expect(wrap('循環', 1)).toEqual(['循', '環']);
  });
});

describe('justify', () => {
  test('puts the score at the right end of the first line', () => {
    expect(justify('a claim that is long', '5 / 10', 20)).toEqual(['a claim that  5 / 10', '  is long']);
  });
});
