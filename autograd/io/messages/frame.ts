import type { SafetensorsError } from '../safetensors-error.ts';
import { mistakenFor } from './mistaken.ts';
import { IS_IT_WHOLE, unreadable, unwritable } from './problem.ts';

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
