import { Tensor } from '#autograd';
import type { StateDict } from '#autograd/nn';
import { clipGradNorm, clipGradValue } from '#autograd/optim';
import { notFinite } from './messages.ts';
import type { CarryingLoss, Step, StepReport, Training } from './training.ts';

export interface StepResult extends StepReport {
  /** What the next batch begins with. */
  carried: StateDict | null;
}

/** One step of gradient descent: the loss of a batch, its gradient, clipped, and the optimiser's change. */
export function trainingStep<Batch>(training: Training<Batch>, batch: Batch, step: Step): StepResult {
  const { model, optimizer, clipNorm = Number.POSITIVE_INFINITY, clipValue } = training;
  optimizer.zeroGrad();
  const { loss, state } = carrying(training.loss(batch, step));
  const number = requireFinite('the loss', loss.item(), step);
  loss.backward();
  const norm = clipGradNorm(model.parameters(), clipNorm);
  const gradNorm = requireFinite('the norm of the gradient', norm, step);
  if (clipValue !== undefined) clipGradValue(model.parameters(), clipValue);
  optimizer.step();
  return { epoch: step.epoch, step: step.step, loss: number, gradNorm, carried: state && detached(state) };
}

function carrying(result: Tensor | CarryingLoss): { loss: Tensor; state: StateDict | null } {
  return result instanceof Tensor ? { loss: result, state: null } : result;
}

/** Backpropagation stops here. */
function detached(state: StateDict): StateDict {
  return Object.fromEntries(Object.entries(state).map(([name, x]) => [name, x.detach()]));
}

function requireFinite(what: string, value: number, step: Step): number {
  if (Number.isFinite(value)) return value;
  throw notFinite(what, value, step);
}
