import type { SafetensorsError } from '../safetensors-error.ts';
import { unreadable, unwritable } from './problem.ts';

/** How files begin that are often taken for safetensors. */
const MISTAKEN: [beginning: string, what: string][] = [
  [
    'PK\x03\x04',
    'It begins as a zip, so it is from torch.save: load it in Python, save it with safetensors.',
  ],
  ['\x80\x02', 'It begins as a pickle, so it is from an old torch.save: save it with safetensors.'],
  ['version https://git-lfs', 'It is a pointer of Git LFS, not the file itself: git lfs pull fetches that.'],
  ['GGUF', 'It begins as GGUF, another format: look for the same model as safetensors.'],
  ['\x89HDF', 'It begins as HDF5, another format: load it in Python, save it with safetensors.'],
  ['<', 'It begins as a web page: is it what a server sent instead of the file?'],
];

const IS_IT_WHOLE = 'Was the file written to its end, and copied or downloaded whole?';

export function tooShort(length: number): SafetensorsError {
  return unreadable(`${length} bytes are no file: the length of the header alone takes 8.`, IS_IT_WHOLE);
}

export function headerBeyondFile(header: bigint, file: number): SafetensorsError {
  return unreadable(
    `the header should have ${header} bytes, but only ${file - 8} follow its length.`,
    IS_IT_WHOLE,
  );
}

export function headerTooLong(length: bigint, limit: number, file: Uint8Array): SafetensorsError {
  return unreadable(
    `the header should have ${length} bytes; more than ${limit} are not read.`,
    mistakenFor(file) ?? 'Is it a safetensors file at all?',
  );
}

export function noBrace(header: Uint8Array): SafetensorsError {
  const found = header.length === 0 ? 'is empty' : `begins with byte ${header[0]}`;
  return unreadable(`the header ${found}, not with { (byte 123).`, 'Is it a safetensors file at all?');
}

export function notUtf8(cause: unknown): SafetensorsError {
  return unreadable('the header is not UTF-8.', IS_IT_WHOLE, { cause });
}

export function headerDoesNotFit(length: number, limit: number): SafetensorsError {
  return unwritable(
    `the header would have ${length} bytes; more than ${limit} are not read by anyone.`,
    'Is there a large text in the metadata, or are there very many names? Two files hold more.',
  );
}

function mistakenFor(file: Uint8Array): string | undefined {
  const beginning = String.fromCharCode(...file.subarray(0, 32));
  return MISTAKEN.find(([start]) => beginning.startsWith(start))?.[1];
}
