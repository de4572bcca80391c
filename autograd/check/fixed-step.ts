import { zerosLike } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { indexOf } from './entries.ts';
import { compared } from './explain.ts';
import { alongEntry, requireSameForm, type Sample } from './line.ts';
import type { FixedStep } from './options.ts';
import { leavesParabola, roundingOf } from './parabola.ts';
import { type Doubt, type Reason, type Slopes, worstOf } from './result.ts';
import { precisionOf, type Trial, trialOf } from './trial.ts';

/** The whole Jacobian by central differences of one step, entry by entry: |a - n| ≤ atol + rtol |n|. */
export function jacobiansDiffer(trial: Trial, rule: FixedStep): Doubt | null {
  const rows = oneHots(trial.outputs).map((row) => ({ ...row, trial: trialOf(trial, row.cotangents) }));
  const wrongShape = rows.find((row) => 'verdict' in row.trial);
  if (wrongShape) return wrongShape.trial as Doubt;
  const found = trial.inputs.flatMap((x, i) =>
    Array.from(x.storage.keys(), (k) => {
      const samples = samplesAround(trial, i, k, rule.eps);
      return rows.map(({ at, trial: row }) => entryDiffers({ samples, at, row: row as Trial, i, k, rule }));
    }).flat(),
  );
  return worstOf(found);
}

/** One entry of one result. */
type Entry = readonly [output: number, entry: number];

/** Cotangents that are 1 at one entry of the results, and 0 elsewhere: each gives a row of the Jacobian. */
function oneHots(outputs: readonly Tensor[]): { at: Entry; cotangents: Tensor[] }[] {
  return outputs.flatMap((y, k) =>
    Array.from(y.storage.keys(), (o) => {
      const cotangents = outputs.map((other) => zerosLike(other));
      cotangents[k].storage[o] = 1;
      return { at: [k, o] as const, cotangents };
    }),
  );
}

/** At -eps, -eps/2, 0, eps/2 and eps. */
function samplesAround({ f, inputs, outputs }: Trial, i: number, k: number, eps: number): Sample[] {
  const line = alongEntry(f, inputs, i, k);
  const samples = [-1, -0.5, 0, 0.5, 1].map((part) => line.at(part * eps));
  for (const sample of samples) requireSameForm(outputs, sample.outputs);
  return samples;
}

interface Around {
  samples: readonly Sample[];
  at: Entry;
  row: Trial;
  i: number;
  k: number;
  rule: FixedStep;
}

function entryDiffers({ samples, at: [output, entry], row, i, k, rule }: Around): Doubt | null {
  const ys = samples.map(({ outputs }) => outputs[output].storage[entry]);
  const width = samples[4].t - samples[0].t;
  const { ulp } = precisionOf(row);
  const rounding = roundingOf(ys, ulp) + (row.options.nondetTol ?? 0);
  const [analytic, numeric] = [row.gradients[i].storage[k], (ys[4] - ys[0]) / width];
  const slopes = { analytic, numeric, error: rounding / width, step: rule.eps };
  const judgement = leavesParabola(ys, rounding) ? BENT : judgeFixed(slopes, rule, ulp);
  if (judgement === null) return null;
  return compared(...judgement, { input: row.places[i], index: indexOf(k, row.inputs[i].shape) }, slopes);
}

type Judgement = [Doubt['verdict'], Reason];
const BENT: Judgement = ['inconclusive', 'kink'];

/** Only in float32 does rounding outweigh the tolerance at any sensible step. */
function judgeFixed({ analytic, numeric, error }: Slopes, rule: FixedStep, ulp: number): Judgement | null {
  const allowed = rule.rtol * Math.abs(numeric);
  if (!Number.isFinite(numeric)) return ['inconclusive', 'not finite'];
  if (ulp > 1e-10 && error > allowed && numeric !== 0) return ['inconclusive', 'float32'];
  if (!Number.isFinite(analytic)) return ['fail', 'not finite'];
  return Math.abs(analytic - numeric) <= rule.atol + allowed ? null : ['fail', 'wrong'];
}
