import { Counts } from './counts.ts';

type Tokens = readonly string[];

const END = '<eos>';
const NOTHING = '<none>';

/**
 * Translates place by place, without a memory: what most often stood at a place of a translation when the source had that
 * word at the same place, counted from its beginning or from its end.
 *
 * @returns a function from a source to its translation
 */
export function placeByPlace(
  pairs: readonly { source: Tokens; target: Tokens }[],
  from: 'beginning' | 'end',
): (source: Tokens) => string[] {
  const inOrder = (source: Tokens) => (from === 'end' ? source.toReversed() : source);
  const seen = new Map<string, Counts<string>>();
  for (const { source, target } of pairs)
    for (const [place, token] of [...target, END].entries()) {
      const key = keyAt(inOrder(source), place);
      if (!seen.has(key)) seen.set(key, new Counts());
      seen.get(key)!.add(token);
    }
  return (source) => {
    const written: string[] = [];
    for (;;) {
      const token = seen.get(keyAt(inOrder(source), written.length))?.mostFrequent() ?? END;
      if (token === END) return written;
      written.push(token);
    }
  };
}

function keyAt(source: Tokens, place: number): string {
  return `${place} ${source[place] ?? NOTHING}`;
}
