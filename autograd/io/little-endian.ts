import type { Floats } from '../kernels/floats.ts';

/** Whether this machine keeps the lowest byte of a number first, as files do. Nearly all do. */
const LIKE_FILES = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** The memory of numbers. */
export function bytesOf({ buffer, byteOffset, byteLength }: Floats): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * Copies numbers of `width` bytes each between memory and file, either way.
 *
 * Bytes and not numbers are copied: a NaN keeps its payload, and a file may hold numbers at any offset.
 */
export function copyNumbers(from: Uint8Array, to: Uint8Array, width: number, reversed = !LIKE_FILES): void {
  to.set(from);
  if (!reversed) return;
  for (let i = 0; i < to.length; i += width) to.subarray(i, i + width).reverse();
}
