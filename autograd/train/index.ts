export type { CheckpointStore } from './checkpoint-store.ts';
