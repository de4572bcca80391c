import type { Floats } from '../kernels/floats.ts';
import type { Tensor } from './tensor.ts';

/**
 * Whether numbers have changed that an op may have kept. All tensors with the same memory share one.
 *
 * Most memory is never handed out (`t.data`) nor overwritten and has no guard, so ops on it cost nothing more.
 */
export interface Guard {
  /** The digest of the numbers when they were first handed out; null as long as they were not. */
  first: number | null;
  /** How often the engine itself has written to them, as an optimiser does. */
  writes: number;
}

/** The stamp of numbers that are as they were before anyone outside the engine could write to them. */
export const UNTOUCHED = 0;

export function guardOf(x: Tensor): Guard {
  x.guard ??= { first: null, writes: 0 };
  return x.guard;
}

/** Whether the numbers of `x` can have changed at all. */
export function isExposed({ guard }: Tensor): boolean {
  return guard !== null && (guard.first !== null || guard.writes > 0);
}

/** From now on `x` may be written to. */
export function handOut(x: Tensor): void {
  const guard = guardOf(x);
  guard.first ??= digest(x.storage);
}

/** The numbers of `x` for the engine to write to: what has kept them as they were will notice. */
export function overwrite(x: Tensor): Floats {
  guardOf(x).writes++;
  return x.storage;
}

/** Two stamps of `x` are equal if its numbers were, then and now. */
export function stampOf({ guard, storage }: Tensor): number {
  if (guard === null) return UNTOUCHED;
  const changed = guard.first === null ? UNTOUCHED : digest(storage) ^ guard.first;
  // the count above the 32 bits of the digest: neither hides the other
  return changed + guard.writes * 2 ** 32;
}

/** MurmurHash3 over the bits, a word at a time. (A simpler mix loses signs that flip in pairs.) */
function digest({ buffer, byteOffset, byteLength }: Floats): number {
  let hash = byteLength;
  for (const word of new Uint32Array(buffer, byteOffset, byteLength / 4)) {
    hash ^= Math.imul(rotated(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
    hash = (Math.imul(rotated(hash, 13), 5) + 0xe6546b64) | 0;
  }
  return hash;
}

function rotated(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
