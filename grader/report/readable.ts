const LONGEST = 2000;

/**
 * Control characters, format characters (such as bidi overrides), line separators and lone surrogates:
 * they would steer a terminal or disguise a text. Joiners stay, since names and emoji need them.
 */
const STEERING = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text that a student influenced, made safe to show: steering characters are spelt out, and no text fills the page. */
export function readable(text: string): string {
  const cut =
    text.length > LONGEST ? `${text.slice(0, LONGEST)} … (${text.length - LONGEST} more characters)` : text;
  return cut
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', '  ')
    .replace(STEERING, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** The same, for a place that has room for one line. */
export function readableLine(text: string): string {
  return readable(text).replaceAll('\n', '\\n');
}
