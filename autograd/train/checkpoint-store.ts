/** Where a training keeps its last checkpoint: a file (`#autograd/files`), memory, a browser's storage. */
export interface CheckpointStore {
  /** The last bytes that were saved; null when there are none. */
  load(): Uint8Array | null;
  /** Replaces what was saved, whole or not at all. */
  save(bytes: Uint8Array): void;
}
