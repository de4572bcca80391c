import {
  headerBeyondFile,
  headerDoesNotFit,
  headerTooLong,
  noBrace,
  notUtf8,
  tooShort,
} from './messages/frame.ts';

/** A file: the header and the bytes that it describes. */
export interface Frame {
  header: string;
  data: Uint8Array;
}

/** The length of the header, as an unsigned integer of 64 bits. */
const PREFIX = 8;
/** What the reference implementation takes at most. */
const HEADER_LIMIT = 100_000_000;
const BRACE = '{'.charCodeAt(0);
const SPACE = ' '.charCodeAt(0);

/** @throws SafetensorsError unless there is a header of a sensible length, in UTF-8, that begins with a brace */
export function unframe(bytes: Uint8Array): Frame {
  if (bytes.length < PREFIX) throw tooShort(bytes.length);
  const length = viewOf(bytes).getBigUint64(0, true);
  if (length > HEADER_LIMIT) throw headerTooLong(length, HEADER_LIMIT, bytes);
  const end = PREFIX + Number(length);
  if (end > bytes.length) throw headerBeyondFile(length, bytes.length);
  return { header: decoded(bytes.subarray(PREFIX, end)), data: bytes.subarray(end) };
}

/** A file with room for `dataLength` bytes, and that room. Spaces after the header align it to 8 bytes. */
export function frame(
  header: string,
  dataLength: number,
): { bytes: Uint8Array<ArrayBuffer>; data: Uint8Array } {
  const text = new TextEncoder().encode(header);
  const end = PREFIX + Math.ceil(text.length / 8) * 8;
  if (end - PREFIX > HEADER_LIMIT) throw headerDoesNotFit(text.length, HEADER_LIMIT);
  const bytes = new Uint8Array(end + dataLength);
  viewOf(bytes).setBigUint64(0, BigInt(end - PREFIX), true);
  bytes.set(text, PREFIX);
  bytes.fill(SPACE, PREFIX + text.length, end);
  return { bytes, data: bytes.subarray(end) };
}

function decoded(header: Uint8Array): string {
  if (header[0] !== BRACE) throw noBrace(header);
  try {
    // a copy, since a decoder of a browser refuses memory that is shared between threads
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(header));
  } catch (cause) {
    throw notUtf8(cause);
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
