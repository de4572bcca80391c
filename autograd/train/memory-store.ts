import type { CheckpointStore } from './checkpoint-store.ts';

/** Keeps the last checkpoint in memory: for a browser, and for tests. */
export function memoryStore(): CheckpointStore {
  let kept: Uint8Array | null = null;
  return {
    load: () => kept,
    save: (bytes) => {
      kept = bytes;
    },
  };
}
