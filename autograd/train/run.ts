import type { StateDict } from '#autograd/nn';
import { decodeCheckpoint, encodeCheckpoint } from './checkpoint.ts';
import type { EpochSummary, Progress } from './progress.ts';
import type { Training } from './training.ts';
import type { StepResult } from './training-step.ts';

/** A training under way: what it must remember from one step to the next beside model and optimiser. */
export interface Run {
  progress: Progress;
  carried: StateDict | null;
  /** The weights of the best epoch so far. */
  best: StateDict | null;
}

/** A run that begins, or the one that the checkpoint holds, with model, optimiser and generator as they were then. */
export function openRun<Batch>(training: Training<Batch>): Run {
  const saved = training.checkpoint?.store.load();
  return saved ? resumed(training, saved) : begun(training);
}

function begun<Batch>({ optimizer, rng }: Training<Batch>): Run {
  const progress: Progress = {
    epoch: 0,
    step: 0,
    losses: [],
    gradNorms: [],
    epochSeed: seedFrom(rng),
    rngState: rng.state,
    baseRate: optimizer.lr,
    history: [],
  };
  return { progress, carried: null, best: null };
}

function resumed<Batch>({ model, optimizer, rng }: Training<Batch>, bytes: Uint8Array): Run {
  const { progress, carried, best, ...saved } = decodeCheckpoint(bytes);
  model.loadStateDict(saved.model);
  optimizer.loadStateDict(saved.optimizer);
  rng.state = progress.rngState;
  return { progress, carried, best };
}

/** Takes a step into account. */
export function afterStep(run: Run, { loss, gradNorm, carried }: StepResult): void {
  const { progress } = run;
  progress.step++;
  progress.losses.push(loss);
  progress.gradNorms.push(gradNorm);
  run.carried = carried;
}

/** Takes an epoch into account, and begins the next one. */
export function afterEpoch<Batch>(run: Run, summary: EpochSummary, { model, rng }: Training<Batch>): void {
  const { progress } = run;
  progress.history.push(summary);
  if (summary.validation?.best) run.best = model.stateDict();
  progress.epoch++;
  progress.epochSeed = seedFrom(rng);
  progress.losses = [];
  progress.gradNorms = [];
  run.carried = null;
}

export function saveRun<Batch>(run: Run, { model, optimizer, rng, checkpoint }: Training<Batch>): void {
  run.progress.rngState = rng.state;
  const whole = { ...run, model: model.stateDict(), optimizer: optimizer.stateDict() };
  checkpoint?.store.save(encodeCheckpoint(whole));
}

function seedFrom(rng: () => number): number {
  return Math.floor(rng() * 2 ** 32);
}
