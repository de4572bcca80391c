import { Counts } from './counts.ts';

/** A word and a tag for each of its letters. */
interface Tagged {
  word: string;
  tags: readonly string[];
}

/**
 * Tags each letter as it was tagged most often between the same `width` letters on either side; where those were never
 * seen, between one fewer, and so on: `width` 0 looks at the letter alone, 1 at three letters.
 *
 * A letter that was never seen gets the commonest tag of all.
 *
 * @returns a function from a word to its tags
 * @throws RangeError when there is nothing to learn from, or a width that is no whole number of 0 or more
 */
export function letterTagger(examples: readonly Tagged[], width: number): (word: string) => string[] {
  if (examples.length === 0) throw new RangeError('letterTagger: there are no examples.');
  if (!Number.isInteger(width) || width < 0)
    throw new RangeError(`letterTagger: the width is a whole number of 0 or more, not ${width}.`);
  const tagsOf = counted(examples, width);
  const tagAt = (word: string, i: number) =>
    contextsAt(word, i, width)
      .map((context) => tagsOf.get(context)?.mostFrequent())
      .find((tag) => tag !== undefined)!;
  return (word) => Array.from(word, (_, i) => tagAt(word, i));
}

function counted(examples: readonly Tagged[], width: number): Map<string, Counts<string>> {
  const tagsOf = new Map<string, Counts<string>>();
  for (const { word, tags } of examples)
    for (const [i, tag] of tags.entries())
      for (const context of contextsAt(word, i, width)) {
        if (!tagsOf.has(context)) tagsOf.set(context, new Counts());
        tagsOf.get(context)!.add(tag);
      }
  return tagsOf;
}

/** A letter with its neighbours, from the widest context to none at all; `#` is beyond the word. */
function contextsAt(word: string, i: number, width: number): string[] {
  const edge = '#'.repeat(width);
  const padded = edge + word + edge;
  const widths = Array.from({ length: width + 1 }, (_, n) => width - n);
  const at = i + width;
  return [...widths.map((w) => padded.slice(at - w, at + w + 1)), ''];
}
