import { describe, expect, it } from 'vitest';
import type { Exercise, Misconception } from '../model/exercise.ts';
import { variantSource } from './variant.ts';

const exercise = { id: '02-activations', solution: 'const a = 1;\nconst b = 1;\nreturn a + b;' } as Exercise;
const withReplaced = (...replace: [string, string][]) =>
  variantSource(exercise, { id: 'm', name: '', explanation: '', replace } satisfies Misconception);

describe('the source of a variant', () => {
  it('is the solution with each text replaced', () => {
    expect(withReplaced(['a + b', 'a - b'], ['b = 1', 'b = 2'])).toBe(
      'const a = 1;\nconst b = 2;\nreturn a - b;',
    );
  });

  it('takes the new text literally', () => {
    expect(withReplaced(['a + b', "'$&$1'"])).toContain("return '$&$1';");
  });

  it('is refused when a text is not there', () => {
    expect(() => withReplaced(['a * b', ''])).toThrow(
      `02-activations, misconception 'm': "a * b" occurs 0 times in the solution, not once`,
    );
  });

  it('is refused when a text is there twice', () => {
    expect(() => withReplaced(['= 1', ''])).toThrow('"= 1" occurs 2 times');
    expect(() => withReplaced(['', 'x'])).toThrow('not once');
  });

  it('is refused when an earlier change has taken the text away, or made it ambiguous', () => {
    expect(() => withReplaced(['a + b', 'a'], ['a + b', 'b'])).toThrow('occurs 0 times');
    expect(() => withReplaced(['a + b', 'a + b + b'], ['+ b', ''])).toThrow('occurs 2 times');
  });
});
