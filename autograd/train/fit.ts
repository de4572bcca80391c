import { noGrad, seededRng } from '#autograd';
import { batchesEnded, noBatches, notFinite } from './messages.ts';
import { type EpochSummary, isEnough, summaryOf } from './progress.ts';
import { afterEpoch, afterStep, openRun, type Run, saveRun } from './run.ts';
import type { Training } from './training.ts';
import { trainingStep } from './training-step.ts';

/**
 * Trains a model, epoch after epoch, to the end or until `validate` no longer falls; then the model has its best
 * weights, and is in evaluation mode.
 *
 * With a checkpoint the run may be killed at any moment: the same call takes it up again and ends with the same weights,
 * to the bit.
 *
 * @returns what each epoch came to
 * @throws RangeError when a loss, a gradient or a validation is no longer finite, or the checkpoint does not fit
 * @example
 * const rng = seededRng(1);
 * const model = new Linear(1, 1, { rng });
 * const x = tensor([[1], [2], [3]]);
 * const history = fit({
 *   model,
 *   optimizer: new SGD(model.parameters(), { lr: 0.1 }),
 *   rng,
 *   epochs: 200,
 *   batches: () => [x],
 *   loss: (batch) => model.forward(batch).sub(batch.mul(2)).pow(2).mean(),
 * });
 * history.length; // 200
 * Math.abs(model.weight.item() - 2) < 0.1; // true
 */
export function fit<Batch>(training: Training<Batch>): EpochSummary[] {
  const epochs = trainEpochs(training);
  let next = epochs.next();
  for (; !next.done; next = epochs.next()) training.onEpoch?.(next.value);
  return next.value;
}

/**
 * The same, epoch by epoch, for who wants to look at the model in between or to stop: nothing happens until it is asked
 * for.
 *
 *     for (const { loss } of trainEpochs(training)) if (loss < 0.1) break;
 */
export function* trainEpochs<Batch>(training: Training<Batch>): Generator<EpochSummary, EpochSummary[]> {
  const run = openRun(training);
  const { progress } = run;
  try {
    while (progress.epoch < training.epochs && !isEnough(progress, training)) yield trainEpoch(training, run);
    return progress.history;
  } finally {
    if (run.best) training.model.loadStateDict(run.best);
    training.model.eval();
  }
}

function trainEpoch<Batch>(training: Training<Batch>, run: Run): EpochSummary {
  const { model, checkpoint } = training;
  model.train();
  for (const batch of batchesToGo(training, run)) {
    stepOn(training, run, batch);
    if (checkpoint?.every && run.progress.step % checkpoint.every === 0) saveRun(run, training);
  }
  const summary = summaryOf(run.progress, validated(training, run));
  afterEpoch(run, summary, training);
  if (checkpoint) saveRun(run, training);
  return summary;
}

function stepOn<Batch>(training: Training<Batch>, run: Run, batch: Batch): void {
  const { optimizer, schedule, rng } = training;
  const { epoch, step, baseRate } = run.progress;
  if (schedule) optimizer.lr = baseRate * schedule(step);
  const result = trainingStep(training, batch, { epoch, step, rng, carried: run.carried });
  afterStep(run, result);
  training.onStep?.(result);
}

/** The batches of this epoch after those that a resumed run has done. */
function* batchesToGo<Batch>({ batches }: Training<Batch>, { progress }: Run): Generator<Batch> {
  const { epoch, epochSeed } = progress;
  const done = progress.losses.length;
  let found = 0;
  for (const batch of batches({ epoch, rng: seededRng(epochSeed) })) if (found++ >= done) yield batch;
  if (found === 0) throw noBatches(epoch);
  if (found < done) throw batchesEnded(epoch, done, found);
}

function validated<Batch>({ model, validate }: Training<Batch>, { progress }: Run): number | undefined {
  if (!validate) return undefined;
  model.eval();
  const value = noGrad(validate);
  if (!Number.isFinite(value)) throw notFinite('what validate gave', value, progress);
  return value;
}
