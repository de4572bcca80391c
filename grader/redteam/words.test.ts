import { expect, test } from 'vitest';
import type { Report } from '../model/report.ts';
import { newWords, tellsInput, wordsIn } from './words.ts';

const words = newWords();

test.for(Object.entries(words))('the word of %s is heard, wherever it is said', ([name, word]) => {
  expect(wordsIn(JSON.stringify({ message: `threw: ${word} at load` }), words)).toEqual([name]);
});

test('nothing is heard where nothing was said', () => {
  expect(wordsIn('a quiet report', words)).toEqual([]);
});

test('two graders have no secret in common', () => {
  const other = newWords();
  for (const name of ['secret', 'descriptor', 'environment'] as const)
    expect(other[name]).not.toBe(words[name]);
});

const reportWith = (visibility: 'visible' | 'hidden', message: string) =>
  ({
    exercises: [{ checks: [{ visibility, verdict: { kind: 'threw', error: 'Error', message } }] }],
  }) as Report;

test('an input is told by a hidden check, not by a visible one', () => {
  expect(tellsInput(reportWith('hidden', 'smuggled: 1.5'))).toBe(true);
  expect(tellsInput(reportWith('visible', 'smuggled: 1.5'))).toBe(false);
  expect(tellsInput(reportWith('hidden', 'its words are not shown'))).toBe(false);
});
