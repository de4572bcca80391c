import type { Rng } from '#autograd';

/** What mutations draw from. */
export interface Material {
  rng: Rng;
  words: Uint8Array[];
  /** Another input, to take pieces of. */
  other: Uint8Array;
}

export function below(rng: Rng, limit: number): number {
  return Math.floor(rng() * limit);
}

export function pick<T>(items: readonly T[], rng: Rng): T {
  return items[below(rng, items.length)]!;
}
