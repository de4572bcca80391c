import { type Comparison, compareDirection, compareEntries, randomDirection } from './entries.ts';
import { compared } from './explain.ts';
import { jacobiansDiffer } from './fixed-step.ts';
import { inFloat64 } from './in-float64.ts';
import { type Context, judge } from './judge.ts';
import { lossOf, termsOf } from './loss.ts';
import { fixedStepOf } from './options.ts';
import { type Doubt, worstOf } from './result.ts';
import type { Loss } from './slope.ts';
import { dtypeOf, isTrial, precisionOf, type Trial, trialOf } from './trial.ts';

/** Whether gradients and central differences disagree, and where; by PyTorch's rule if that was asked for. */
export function slopesDiffer(trial: Trial): Doubt | null {
  const rule = fixedStepOf(trial.options);
  if (rule) return jacobiansDiffer(trial, rule);
  const other = trialOf(trial);
  return worstOf([...entriesDiffer(trial), isTrial(other) ? directionDiffers(other) : other]);
}

/** Along one line through all inputs, and every entry, for the cotangents of this trial. */
export function differsForThese(trial: Trial): Doubt | null {
  return worstOf([directionDiffers(trial), ...entriesDiffer(trial)]);
}

function entriesDiffer(trial: Trial): (Doubt | null)[] {
  const precise = inFloat64(trial);
  const loss = lossOf(precise, randomDirection(precise));
  const found = trial.inputs.map((_, i) => compareEntries(precise, loss, i));
  return found.flatMap((entries) => {
    const scale = scaleOf(trial, trial.order > 1 ? found.flat() : entries);
    return entries.map((entry) => verdictOf(entry, contextOf(trial, loss, scale)));
  });
}

function directionDiffers(trial: Trial): Doubt | null {
  const precise = inFloat64(trial);
  const u = randomDirection(precise);
  const loss = lossOf(precise, u);
  const comparison = compareDirection(precise, loss, u);
  return verdictOf(comparison, contextOf(trial, loss, scaleOf(trial, [comparison])));
}

/**
 * The largest slope of an input: an entry is judged beside its neighbours. A gradient may well not depend on an input
 * (that of a linear function), so from order 2 on it is the largest of all inputs. Where there is no result, any will do.
 */
function scaleOf({ outputs }: Trial, found: readonly Comparison[]): number {
  if (outputs.every((y) => y.size === 0)) return 1;
  return found.reduce((most, { slope, terms }) => Math.max(most, Math.abs(slope.value) || 0, terms || 0), 0);
}

/** What rounds to fewer than ten digits is called float32, whatever its arrays are. */
function contextOf(trial: Trial, loss: Loss, scale: number): Context {
  const single = dtypeOf(trial) === 'float32' || loss.noise > 1e-10 * termsOf(loss);
  return {
    scale,
    precision: precisionOf(trial),
    lost: single ? 'float32' : 'too small to judge',
    nondetTol: trial.options.nondetTol ?? 0,
  };
}

function verdictOf({ place, analytic, slope }: Comparison, context: Context): Doubt | null {
  const judgement = judge(analytic, slope, context);
  if (judgement === 'pass') return null;
  const { value: numeric, error, step } = slope;
  return compared(judgement.verdict, judgement.reason, place, { analytic, numeric, error, step });
}
