import { readAdjectives } from './data.ts';
import type { Sentence } from './sentiment-sentences.ts';

type Words = readonly string[];

/** How surely words are praise, from 0 to 1. */
type Praise = (words: Words) => number;

/** Some held-out sentences with what is believed of them after each word. */
export function linesOfReading(test: readonly Sentence[], praiseIn: Praise): string[] {
  const sentences = firstOfEach([/^[^,]* not /, / but /, /^although /], test);
  return [
    'How surely it is praise, after each word (only of whole sentences was it ever told):',
    ...sentences.flatMap(({ words }) => ['', ...wordByWord(words, praiseIn)]),
  ];
}

function wordByWord(words: Words, praiseIn: Praise): string[] {
  const sure = words.map((_, i) => praiseIn(words.slice(0, i + 1)).toFixed(2));
  const inColumns = (cells: Words) => cells.map((cell, i) => cell.padEnd(Math.max(5, words[i].length + 1)));
  return [words, sure].map((cells) => `  ${inColumns(cells).join('').trimEnd()}`);
}

/** Held-out sentences, each with the same words in another order, and what two methods say of both. */
export function linesOfPairs(test: readonly Sentence[], praiseIn: Praise, meanSays: Praise): string[] {
  const pairs = firstOfEach([/ , not /, / but /, / , although /, /^although /], test).map((sentence) => [
    sentence,
    exchanged(sentence),
  ]);
  const width = Math.max(...pairs.flat().map(({ words }) => words.join(' ').length));
  const row = ({ words, label }: Sentence) =>
    [words.join(' ').padEnd(width), verdict(praiseIn(words), label), verdict(meanSays(words), label)].join(
      '  ',
    );
  return [
    `${'The same words in another order:'.padEnd(width + 2)}  the LSTM  the mean of embeddings`,
    ...pairs.flatMap((pair) => ['', ...pair.map((sentence) => `  ${row(sentence)}`)]),
  ];
}

/** What is said, and whether it is right. */
function verdict(praise: number, label: number): string {
  const said = Math.round(praise);
  return `${said === 1 ? 'praise' : 'blame '} ${said === label ? '✓' : '✗'}`;
}

function firstOfEach(forms: readonly RegExp[], sentences: readonly Sentence[]): Sentence[] {
  return forms.flatMap((form) => sentences.find(({ words }) => form.test(words.join(' '))) ?? []);
}

const adjectives = new Set(readAdjectives().map(({ word }) => word));

/** With its two adjectives in each other's place a sentence means the opposite. */
export function exchanged({ words, label }: Sentence): Sentence {
  const own = words.filter((word) => adjectives.has(word));
  return { words: words.map((word) => (adjectives.has(word) ? own.pop()! : word)), label: label ? 0 : 1 };
}
