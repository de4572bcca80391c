import { type Target, usual } from '../target.ts';

// For the tests only: readers with a fault each, so that the search is seen to find it.

function planted(run: Target['run']): Target {
  return {
    limits: usual,
    covers: ['fuzz/testing/planted'],
    seeds: () => [new Uint8Array(3)],
    words: [new Uint8Array(1)],
    run,
  };
}

/** Sixteen million inputs of three bytes, and one that is wrong: only step by step is it found. */
const magic = planted(([a, b, c]) => {
  if (a === 103) {
    if (b === 114) {
      if (c === 117) throw new Error('found');
    }
  }
});

const isLarge = (bytes: Uint8Array) => bytes[0]! > 127;

const endless = planted((bytes) => {
  while (isLarge(bytes));
});

const greedy = planted((bytes) => {
  const all: Uint8Array[] = [];
  while (isLarge(bytes)) all.push(new Uint8Array(1e6).fill(1));
});

/** An error that nobody can catch. */
const careless = planted((bytes) => {
  if (isLarge(bytes)) queueMicrotask(() => JSON.parse('{'));
});

export const TARGETS: Record<string, Target> = { magic, endless, greedy, careless };
