import type { SubmittedFile } from '../model/submission.ts';
import { maxFileBytes, maxNesting } from './limits.ts';
import { nesting } from './nesting.ts';
import { isTooLarge } from './reasons.ts';

/** The text of a file, without its byte order mark; or why these bytes are none, to go on after the file's name. */
export function textOf(bytes: Uint8Array): SubmittedFile {
  if (bytes.length > maxFileBytes) return refuse(isTooLarge);
  if (looksLikeUtf16(bytes)) return refuse('looks like UTF-16: save it as UTF-8');
  const text = decode(bytes);
  if (text === undefined) return refuse('is not UTF-8 text: save it as UTF-8');
  const why = objectionTo(text);
  return why ? refuse(why) : { kind: 'source', text };
}

function refuse(why: string): SubmittedFile {
  return { kind: 'refused', why };
}

/** By its byte order mark, or because a third of it is zero, as in Latin letters of two bytes each. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const zeros = bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  return zeros > 0 && zeros * 3 >= bytes.length;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function objectionTo(text: string): string | undefined {
  const nul = text.indexOf('\0');
  if (nul >= 0) return `contains a NUL character in line ${text.slice(0, nul).split('\n').length}: remove it`;
  const depth = nesting(text);
  if (depth > maxNesting) return `nests brackets ${depth} deep: more than ${maxNesting} are not read`;
  return undefined;
}
