import { describe, expect, test } from 'vitest';
import { readable, readableLine } from './readable.ts';

describe('readable', () => {
  test('spells out what steers a terminal or disguises a text', () => {
    expect(readable('\u001b[31m')).toBe('\\u{1b}[31m');
    expect(readable('\u009b2J')).toBe('\\u{9b}2J');
    expect(readable('a\u202eb\u2028c\ud800')).toBe('a\\u{202e}b\\u{2028}c\\u{d800}');
  });

  test('leaves names and formulas as they are', () => {
    for (const text of ['Dörte', '循環', 'δ²/δx = 0', '👩‍🔬', 'line\nline'])
      expect(readable(text)).toBe(text);
  });

  test('writes Windows line ends as line ends', () => {
    expect(readable('a\r\nb\rc')).toBe('a\nb\\u{d}c');
  });

  test('a text that would fill the page is cut, and says by how much', () => {
    expect(readable('x'.repeat(2500))).toBe(`${'x'.repeat(2000)} … (500 more characters)`);
  });

  test('a line stays one line', () => {
    expect(readableLine('a\nb')).toBe('a\\nb');
  });
});
