import type { Cursor } from '../cursor.ts';
import type { SafetensorsError } from '../safetensors-error.ts';
import { unreadable } from './problem.ts';
import { quoted } from './quoted.ts';

const WRITTEN_BY = 'Was it written by a safetensors library, and not changed since?';
const SHOWN = 20;

/** @param wanted `{ of the entry "w"` */
export function notExpected(cursor: Cursor, wanted: string): SafetensorsError {
  return unreadable(`${placeOf(cursor)}: expected ${wanted}, found ${restOf(cursor)}.`, WRITTEN_BY);
}

export function badString(cursor: Cursor, of: string): SafetensorsError {
  return unreadable(
    `${placeOf(cursor)}: ${of} is no string of JSON, or no Unicode: ${restOf(cursor)}.`,
    WRITTEN_BY,
  );
}

export function repeatedKey(key: string, of: string): SafetensorsError {
  return unreadable(
    `${quoted(key)} comes twice in ${of}, and it is not for the reader to choose.`,
    'Names must differ: write the file again, with each tensor under a name of its own.',
  );
}

export function tooManyKeys(of: string, most: number): SafetensorsError {
  return unreadable(`${of} has more than ${most} names; so many are not read.`, 'Several files hold more.');
}

export function badSize(digits: string, of: string): SafetensorsError {
  const shown = digits.length > SHOWN ? `${digits.slice(0, SHOWN)}…` : digits;
  return unreadable(`${of} holds ${shown}, which is no integer from 0 to 2 ** 53 - 1.`, WRITTEN_BY);
}

function placeOf({ at }: Cursor): string {
  return `the header, at its character ${at}`;
}

function restOf({ text, at }: Cursor): string {
  return at < text.length ? quoted(text.slice(at, at + SHOWN)) : 'its end';
}
