import type { Tensor } from '#autograd';
import { attentionMap } from './attention-map.ts';
import type { Spoken } from './spoken-numbers.ts';

const NUMBERS = 8;
const MISTAKES = 4;
/** As many words are worth a map. */
const LONG = 8;

/** What was written for the first numbers, and what else is wrong. */
export function linesOfNumbers(test: readonly Spoken[], written: readonly (readonly string[])[]): string[] {
  const lines = test.map((spoken, i) => lineOf(spoken, written[i]));
  const mistakes = lines.filter((line) => line.includes('✗'));
  return [
    'Numbers that it never heard, from the last digit to the first:',
    '',
    ...lines.slice(0, NUMBERS),
    '',
    `Of all ${test.length} it has ${mistakes.length} wrong${mistakes.length > 0 ? ', such as' : ''}`,
    '',
    ...mistakes.slice(0, MISTAKES),
  ];
}

function lineOf({ words, digits }: Spoken, written: readonly string[]): string {
  const isRight = written.join() === digits.join();
  return `  ${written.join(' ').padEnd(13)} ${isRight ? '✓' : '✗'}  ${words.join(' ')}${isRight ? '' : ` (${digits.join(' ')})`}`;
}

/** Writes numbers, and tells where it looked: [numbers, digits and end, words]. */
interface Writer {
  write(spoken: readonly Spoken[]): { digits: string[][]; weights: Tensor | null };
}

/** Where a writer with attention looked while it wrote a long number. */
export function linesOfAttention(test: readonly Spoken[], writer: Writer): string[] {
  const spoken = test.find(({ words }) => words.length >= LONG)!;
  const { digits, weights } = writer.write([spoken]);
  const [looked] = weights!.toArray() as number[][][];
  return [
    'Where it looked (columns: what it read, rows: what it wrote; the darker, the more of its attention):',
    '',
    ...attentionMap(spoken.words, [...digits[0], 'end'].slice(0, looked.length), looked).map(
      (line) => `  ${line}`,
    ),
  ];
}
