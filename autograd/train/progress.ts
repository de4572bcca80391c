/** What an epoch came to. */
export interface EpochSummary {
  /** Counted from 0. */
  epoch: number;
  steps: number;
  /** The mean over the steps. */
  loss: number;
  /** Of the gradient over all parameters, before clipping. */
  gradNorm: { median: number; largest: number };
  /** What `validate` gave, if there is one, and whether it is the lowest so far. */
  validation?: { value: number; best: boolean };
}

/** How far a run has come: numbers that JSON keeps exactly. */
export interface Progress {
  epoch: number;
  /** Steps since the beginning. */
  step: number;
  /** Of every step of this epoch. */
  losses: number[];
  gradNorms: number[];
  /** Seeds the batches of this epoch. */
  epochSeed: number;
  /** The state of the run's generator after the last step. */
  rngState: number;
  /** The optimiser's rate, which the schedule multiplies. */
  baseRate: number;
  history: EpochSummary[];
}

export function summaryOf({ epoch, losses, gradNorms, history }: Progress, value?: number): EpochSummary {
  const steps = losses.length;
  const loss = losses.reduce((sum, one) => sum + one, 0) / steps;
  const summary = { epoch, steps, loss, gradNorm: spreadOf(gradNorms) };
  if (value === undefined) return summary;
  const before = history.findLast(({ validation }) => validation?.best)?.validation;
  return { ...summary, validation: { value, best: before === undefined || value < before.value } };
}

/** When a training stops before its last epoch. */
export interface Stop {
  patience?: number;
  goal?: number;
}

/** Whether the goal is reached, or the last `patience` epochs brought nothing better. */
export function isEnough({ history }: Progress, { patience, goal }: Stop): boolean {
  const best = history.findLastIndex(({ validation }) => validation?.best);
  if (best < 0) return false;
  const { value } = history[best].validation!;
  return value <= (goal ?? -Infinity) || history.length - 1 - best >= (patience ?? Infinity);
}

function spreadOf(norms: readonly number[]): EpochSummary['gradNorm'] {
  const sorted = norms.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], largest: sorted[sorted.length - 1] };
}
