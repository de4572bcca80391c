import { onesLike } from '../tensor/create.ts';
import { largest } from './distance.ts';
import { explain, noticed } from './explain.ts';
import type { Doubt } from './result.ts';
import { doesNotAddUp, unreached, wrongWhenRepeated } from './reuse.ts';
import { differsForThese, slopesDiffer } from './slopes-differ.ts';
import { otherForwardInGraph, unsteadyBackward, unsteadyForward } from './steady.ts';
import { isTrial, type Subject, type Trial, trialOf } from './trial.ts';
import { ignoresUpstream } from './upstream.ts';

/** What may be found, in this order: each question has sense only when those before it have a good answer. */
const QUESTIONS: readonly ((trial: Trial) => Doubt | null)[] = [
  unsteadyForward,
  otherForwardInGraph,
  unsteadyBackward,
  ignoresUpstream,
  wrongSlopes,
  doesNotAddUp,
  wrongWhenRepeated,
];

/** One order of derivative: the first failure, else the first doubt, else null. */
export function inspect(subject: Subject): Doubt | null {
  const trial = trialOf(subject);
  if (!isTrial(trial)) return trial;
  if (!Number.isFinite(largest(trial.outputs)))
    return noticed('inconclusive', 'not finite', 'the result is not finite at these inputs');
  let doubt: Doubt | null = null;
  for (const question of QUESTIONS) {
    const found = question(trial);
    if (found?.verdict === 'fail') return found;
    doubt ??= found;
  }
  return doubt;
}

/** A slope that is wrong for a reason that can be named is named so. */
function wrongSlopes(trial: Trial): Doubt | null {
  const doubt = slopesDiffer(trial);
  if (doubt?.reason !== 'wrong') return doubt;
  const missing = unreached(trial);
  if (doubt.input === undefined ? missing.some(Boolean) : missing[trial.places.indexOf(doubt.input)])
    return renamed(doubt, 'missing');
  return isRightForOnes(trial) ? renamed(doubt, 'ignores upstream') : doubt;
}

/** As in `loss.sum().backward()`, which hides that dy was forgotten. */
function isRightForOnes(trial: Trial): boolean {
  const ones = trialOf(trial, trial.outputs.map(onesLike));
  return isTrial(ones) && differsForThese(ones) === null;
}

function renamed(doubt: Doubt, reason: Doubt['reason']): Doubt {
  const found = doubt.message.split('.\n')[0];
  return { ...doubt, reason, message: explain(reason, found) };
}
