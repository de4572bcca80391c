const LONGEST = 60;

/** A name or another text of a file, which may be of any length and hold anything, as a message can show it. */
export function quoted(text: string): string {
  return text.length > LONGEST ? `${JSON.stringify(text.slice(0, LONGEST))}…` : JSON.stringify(text);
}
