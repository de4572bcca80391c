const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Scripts and emoji whose characters fill two columns of a terminal. */
const WIDE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303f\uff01-\uff60]/u;

const ASCII = /^[ -~]*$/;

/** How many columns of a terminal a text takes. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  return [...graphemes.segment(text)].reduce((width, { segment }) => width + (WIDE.test(segment) ? 2 : 1), 0);
}

export const padEnd = (text: string, width: number) =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));

export const padStart = (text: string, width: number) =>
  ' '.repeat(Math.max(0, width - displayWidth(text))) + text;

/** The longest beginning that fits: at least one character, so that whoever cuts a text piece by piece gets on. */
export function fitting(text: string, width: number): string {
  if (ASCII.test(text)) return text.slice(0, Math.max(1, width));
  let room = width;
  let end = 0;
  for (const { segment } of graphemes.segment(text)) {
    room -= displayWidth(segment);
    if (room < 0 && end > 0) break;
    end += segment.length;
  }
  return text.slice(0, end);
}
