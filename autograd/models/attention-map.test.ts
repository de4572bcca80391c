import { describe, expect, it } from 'vitest';
import { attentionMap } from './attention-map.ts';

describe('a map of attention', () => {
  it('has a column as wide as each word, a row for each token, and shades', () => {
    const weights = [
      [0, 0.09, 0.91],
      [0.15, 0.35, 0.5],
      [1, 0, 0],
    ];
    expect(attentionMap(['one', 'hundred', 'six'], ['6', '0', 'end'], weights)).toEqual([
      '     one hundred six',
      '  6              ███',
      '  0  ░░░ ▒▒▒▒▒▒▒ ▓▓▓',
      'end  ███',
    ]);
  });
});
