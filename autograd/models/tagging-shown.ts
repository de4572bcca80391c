import { Counts } from './baselines/counts.ts';
import type { Pronunciation } from './data.ts';

/** From a word to a tag for each of its letters. */
export type Tagger = (word: string) => string[];

const WORDS = 12;
const LETTERS = 8;
/** Of rarer letters it is chance what is right. */
const FREQUENT = 30;

/** Held-out words with their sounds; in brackets what is right, where it is not what was said. */
export function linesOfWords(test: readonly Pronunciation[], tagsOf: Tagger): string[] {
  const right = test.filter(({ word, tags }) => tagsOf(word).join() === tags.join());
  const percent = Math.round((100 * right.length) / test.length);
  return [
    `Words that it never saw, with the sound of each letter, _ for none. In brackets: what is right.`,
    `Of 100 words it has ${percent} right from the first letter to the last.`,
    '',
    ...test.slice(0, WORDS).map(({ word, tags }) => `  ${word.padEnd(10)}${inColumns(tagsOf(word), tags)}`),
  ];
}

function inColumns(said: readonly string[], right: readonly string[]): string {
  const cells = said.map((tag, i) => (tag === right[i] ? tag : `${tag} (${right[i]})`));
  return cells
    .map((cell) => cell.padEnd(10))
    .join('')
    .trimEnd();
}

/** The letters that gain most when what comes after them is read too, and how often two networks have them right. */
export function linesOfLetters(test: readonly Pronunciation[], forward: Tagger, both: Tagger): string[] {
  const shares = [sharesRight(test, forward), sharesRight(test, both)];
  const gain = (letter: string) => shares[1].get(letter)! - shares[0].get(letter)!;
  const letters = [...shares[0].keys()].sort((a, b) => gain(b) - gain(a)).slice(0, LETTERS);
  const row = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(17)}${cells.map((cell) => cell.padStart(6)).join('')}`;
  const percents = (share: Map<string, number>) =>
    letters.map((letter) => `${Math.round(100 * share.get(letter)!)}%`);
  return [
    'Letters that gain most by what comes after them, and how often they are right:',
    '',
    row('', letters),
    row('forward only', percents(shares[0])),
    row('both directions', percents(shares[1])),
  ];
}

/** How often each frequent letter is tagged right, from 0 to 1. */
function sharesRight(test: readonly Pronunciation[], tagsOf: Tagger): Map<string, number> {
  const [all, right] = [new Counts<string>(), new Counts<string>()];
  for (const { word, tags } of test)
    for (const [i, tag] of tagsOf(word).entries()) {
      all.add(word[i]);
      if (tag === tags[i]) right.add(word[i]);
    }
  const frequent = all.kinds().filter((letter) => all.of(letter) >= FREQUENT);
  return new Map(frequent.map((letter) => [letter, right.of(letter) / all.of(letter)]));
}
