const HALF_A_PAIR = /\p{Surrogate}/u;

/** Whether a text has a form in UTF-8: in JavaScript half of a pair of surrogates may stand alone. */
export function isUnicode(text: string): boolean {
  return !HALF_A_PAIR.test(text);
}
