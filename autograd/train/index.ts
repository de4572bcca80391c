export type { CheckpointStore } from './checkpoint-store.ts';
export { type BatchOptions, batches, batchesByLength } from './data/batches.ts';
export { type Padded, padded } from './data/padded.ts';
export { type SeriesWindows, seriesWindows } from './data/series-windows.ts';
export { shuffled } from './data/shuffled.ts';
export { splitExamples } from './data/split-examples.ts';
export { type Scaler, standardise } from './data/standardise.ts';
export { tokenStreams } from './data/token-streams.ts';
export { type TokenWindow, tokenWindows } from './data/token-windows.ts';
export { Vocabulary, type VocabularyOptions, vocabulary } from './data/vocabulary.ts';
export { epochLine } from './epoch-line.ts';
export { fit, trainEpochs } from './fit.ts';
export { memoryStore } from './memory-store.ts';
export type { EpochSummary } from './progress.ts';
export { forcingRatio, type Ramp, sequenceLength } from './ramp.ts';
export type {
  CarryingLoss,
  Checkpointing,
  EpochStart,
  Step,
  StepReport,
  Training,
} from './training.ts';
