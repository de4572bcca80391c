import { badString, notExpected } from './messages/json.ts';
import { isUnicode } from './unicode.ts';

/** A place in a text of JSON. Whoever reads there moves it on. */
export interface Cursor {
  readonly text: string;
  at: number;
}

const SPACE = ' \t\n\r';
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Whether `mark` comes next; then it is read. */
export function takes(cursor: Cursor, mark: string): boolean {
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== mark) return false;
  cursor.at++;
  return true;
}

/** @param of what is being read, for messages */
export function requireMark(cursor: Cursor, mark: string, of: string): void {
  if (!takes(cursor, mark)) throw notExpected(cursor, `${mark} of ${of}`);
}

export function requireEnd(cursor: Cursor): void {
  skipSpace(cursor);
  if (cursor.at < cursor.text.length) throw notExpected(cursor, 'nothing more');
}

export function readString(cursor: Cursor, of: string): string {
  if (!takes(cursor, '"')) throw notExpected(cursor, `a string, ${of}`);
  const start = cursor.at - 1;
  passClosingQuote(cursor);
  const string = unescaped(cursor.text.slice(start, cursor.at));
  if (string === undefined || !isUnicode(string)) throw badString({ ...cursor, at: start }, of);
  return string;
}

/** A number as it stands there. */
export function readNumber(cursor: Cursor, of: string): string {
  skipSpace(cursor);
  NUMBER.lastIndex = cursor.at;
  const number = NUMBER.exec(cursor.text)?.[0];
  if (number === undefined) throw notExpected(cursor, `a number, ${of}`);
  cursor.at += number.length;
  return number;
}

function skipSpace(cursor: Cursor): void {
  while (cursor.at < cursor.text.length && SPACE.includes(cursor.text[cursor.at])) cursor.at++;
}

/** By hand, since a pattern runs out of stack in a string of a million escapes. */
function passClosingQuote(cursor: Cursor): void {
  const { text } = cursor;
  while (cursor.at < text.length && text[cursor.at] !== '"') cursor.at += text[cursor.at] === '\\' ? 2 : 1;
  cursor.at++;
}

function unescaped(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted);
  } catch {
    return undefined;
  }
}
