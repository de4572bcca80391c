import type { SeededRng, Tensor } from '#autograd';
import type { Module, StateDict } from '#autograd/nn';
import type { Optimizer, Schedule } from '#autograd/optim';
import type { CheckpointStore } from './checkpoint-store.ts';
import type { EpochSummary } from './progress.ts';

/** All that makes a training: a model, what changes it, data, and when to stop. */
export interface Training<Batch> {
  model: Module;
  optimizer: Optimizer;
  /** Every random number of the run comes from here, the model's dropout too: a checkpoint saves its state. */
  rng: SeededRng;
  epochs: number;
  /** The batches of one epoch. They are asked for again after a resume, and must then be the same. */
  batches(epoch: EpochStart): Iterable<Batch>;
  loss(batch: Batch, step: Step): Tensor | CarryingLoss;
  /** Gradients whose norm, over all parameters, is larger are scaled down to it. */
  clipNorm?: number;
  /** Entries of gradients are cut off there. */
  clipValue?: number;
  /** Factors of the optimiser's rate, by step. */
  schedule?: Schedule;
  /** A number on held-out data, the lower the better. Runs after each epoch, without dropout and without a graph. */
  validate?(): number;
  /** Stops after so many epochs without a better `validate`. */
  patience?: number;
  /** Stops as soon as `validate` is as low as that. */
  goal?: number;
  /** Where the run is saved, so that it can be killed at any time and taken up again. */
  checkpoint?: Checkpointing;
  /** Hears of every epoch, and of every step. */
  onEpoch?(epoch: EpochSummary): void;
  onStep?(step: StepReport): void;
}

export interface Checkpointing {
  store: CheckpointStore;
  /** Saves after so many steps, and after each epoch in any case. */
  every?: number;
}

export interface EpochStart {
  /** Counted from 0. */
  epoch: number;
  /** A generator for this epoch alone. */
  rng: SeededRng;
}

/** Where in the run a loss is computed. */
export interface Step {
  /** Counted from 0, like `step`, which counts through all epochs. */
  epoch: number;
  step: number;
  rng: SeededRng;
  /** What the loss of the batch before gave on, cut from its graph; null in an epoch's first batch. */
  carried: StateDict | null;
}

/** The loss of a batch whose last state the next batch begins with: truncated backpropagation through time. */
export interface CarryingLoss {
  loss: Tensor;
  state: StateDict;
}

export interface StepReport {
  epoch: number;
  step: number;
  loss: number;
  /** Over all parameters, before clipping. */
  gradNorm: number;
}
