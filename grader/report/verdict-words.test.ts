import { describe, expect, test } from 'vitest';
import { everyVerdict } from './testing/verdicts.ts';
import { verdictWords } from './verdict-words.ts';

describe('verdictWords', () => {
  test.each(Object.values(everyVerdict))('$kind has a sign, a label and a sentence', (verdict) => {
    const { mark, label, sentence } = verdictWords(verdict);
    expect(mark).toMatch(/^[✓✗?–]$/);
    expect(label).toMatch(/^[a-z][a-z ]+$/);
    expect(sentence.length).toBeGreaterThan(10);
  });

  test('no two kinds share a label', () => {
    const labels = Object.values(everyVerdict).map((verdict) => verdictWords(verdict).label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('a timeout names its limit and what to look for', () => {
    expect(verdictWords({ kind: 'timeout', ms: 2000 }).sentence).toBe(
      'stopped at the limit of 2 s for one call: look for a loop that never ends, or for work that grows with the square of the input',
    );
    expect(verdictWords({ kind: 'timeout', ms: 250 }).sentence).toContain('250 ms');
  });

  test('a timeout of more than one call says whose', () => {
    const said = (limit: object) => verdictWords({ kind: 'timeout', ms: 30_000, ...limit }).sentence;
    expect(said({ of: 'exercise' })).toBe(
      'stopped at the limit of 30 s for all calls of this exercise together: each call is in time, so look for work that every call does again',
    );
    expect(said({ of: 'submission' })).toMatch(/^stopped at the limit of 30 s for all exercises together: /);
    expect(said({ clock: 'wall' })).toBe(
      'stopped at the limit of 30 s for one call: it hardly worked in that time, so look for something that waits',
    );
  });

  test('too much memory names the limit', () => {
    expect(verdictWords({ kind: 'out-of-memory', megabytes: 256 }).sentence).toBe(
      'stopped when it held more than 256 MB: look for an array that grows without end',
    );
  });

  test('forbidden names every violation with its line', () => {
    const violations = [
      { what: 'Math.tanh', line: 7 },
      { what: 'eval', line: 9 },
    ];
    expect(verdictWords({ kind: 'forbidden', violations }).sentence).toContain(
      'Math.tanh (line 7), eval (line 9)',
    );
  });

  test('what the grader could not judge is no fault of the student', () => {
    for (const kind of ['inconclusive', 'grader-error'] as const) {
      const { tone, sentence } = verdictWords(everyVerdict[kind]);
      expect(tone).toBe('review');
      expect(sentence).toContain('full points');
    }
  });

  test('escape sequences in a thrown message are spelt out', () => {
    const { sentence } = verdictWords({ kind: 'threw', error: 'Error', message: '\u001b[2Jgone' });
    expect(sentence).toBe('your code threw Error: \\u{1b}[2Jgone');
  });

  test('an error without a message ends after its name', () => {
    expect(verdictWords({ kind: 'threw', error: 'Error', message: '' }).sentence).toBe(
      'your code threw Error',
    );
  });
});
