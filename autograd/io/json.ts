import { type Cursor, readNumber, readString, requireMark, takes } from './cursor.ts';
import { MOST_NAMES } from './entry.ts';
import { badSize, repeatedKey, tooManyKeys } from './messages/json.ts';

/*
 * The JSON that a header is made of. `JSON.parse` would not do: of a key that comes twice it keeps the last, it rounds
 * large numbers, and it builds whatever a file says, up to many times its size.
 */

/**
 * `{ key: value, … }`
 *
 * @param of what is being read, for messages
 * @param readValue is called where the value of a key begins, and reads it
 */
export function readObject(cursor: Cursor, of: string, readValue: (key: string) => void): void {
  requireMark(cursor, '{', of);
  if (takes(cursor, '}')) return;
  const keys = new Set<string>();
  do {
    const key = readString(cursor, `a key of ${of}`);
    if (keys.has(key)) throw repeatedKey(key, of);
    if (keys.size === MOST_NAMES) throw tooManyKeys(of, MOST_NAMES);
    keys.add(key);
    requireMark(cursor, ':', of);
    readValue(key);
  } while (takes(cursor, ','));
  requireMark(cursor, '}', of);
}

/** `[0, 24]` */
export function readSizes(cursor: Cursor, of: string): number[] {
  requireMark(cursor, '[', of);
  if (takes(cursor, ']')) return [];
  const sizes: number[] = [];
  do sizes.push(readSize(cursor, of));
  while (takes(cursor, ','));
  requireMark(cursor, ']', of);
  return sizes;
}

function readSize(cursor: Cursor, of: string): number {
  const digits = readNumber(cursor, of);
  const size = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  if (Number.isSafeInteger(size)) return size;
  throw badSize(digits, of);
}
