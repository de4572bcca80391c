import type { Floats } from '../kernels/floats.ts';
import type { Tensor } from './tensor.ts';

/**
 * Whether numbers that were handed out (`t.data`) have changed since. All tensors with the same memory share one.
 *
 * Most memory is never handed out and has no guard, so ops on it cost nothing more.
 */
export interface Guard {
  /** The digest of the numbers when they were first handed out; null as long as they were not. */
  first: number | null;
}

/** The stamp of numbers that are as they were before anyone outside the engine could write to them. */
export const UNTOUCHED = 0;

export function guardOf(x: Tensor): Guard {
  x.guard ??= { first: null };
  return x.guard;
}

export function isHandedOut({ guard }: Tensor): boolean {
  return guard !== null && guard.first !== null;
}

/** From now on `x` may be written to. */
export function handOut(x: Tensor): void {
  const guard = guardOf(x);
  guard.first ??= digest(x.storage);
}

/** Two stamps of `x` are equal if its numbers were, then and now. */
export function stampOf({ guard, storage }: Tensor): number {
  if (guard === null || guard.first === null) return UNTOUCHED;
  const now = digest(storage);
  return now === guard.first ? UNTOUCHED : now;
}

/** MurmurHash3 over the bits, a word at a time; never UNTOUCHED. (A simpler mix loses signs that flip in pairs.) */
function digest({ buffer, byteOffset, byteLength }: Floats): number {
  let hash = byteLength;
  for (const word of new Uint32Array(buffer, byteOffset, byteLength / 4)) {
    hash ^= Math.imul(rotated(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
    hash = (Math.imul(rotated(hash, 13), 5) + 0xe6546b64) | 0;
  }
  return hash === UNTOUCHED ? 1 : hash;
}

function rotated(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
