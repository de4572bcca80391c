import type fc from 'fast-check';
import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import { evaluateAll } from '../as-if-local.ts';
import { compare } from '../compare.ts';
import { type Finding, fromDifference } from '../finding.ts';
import type { Evaluation } from '../run-body.ts';
import { type Tolerance, within } from '../tolerance.ts';
import type { Claim } from './claim.ts';
import { everyDraw } from './every-draw.ts';

const RUNS = 40;

export interface BodyClaim<Inputs extends unknown[]> extends Claim {
  given: fc.Arbitrary<Inputs>;
  names: string[];
  runs?: number;
}

/** A check that runs plain code against the student's functions, as if they were local, and judges what it comes to. */
export function everyBody<S, Inputs extends unknown[], T>(
  definition: BodyClaim<Inputs>,
  body: (student: S, ...inputs: Inputs) => T,
  judgeResult: (result: T) => Finding | null,
): Check {
  const bodyOf = (inputs: Plain[]) => (student: never) => body(student, ...(inputs as unknown as Inputs));
  const judgeOne = (evaluation: Evaluation<T> | undefined) =>
    evaluation && ('ended' in evaluation ? evaluation.ended : judgeResult(evaluation.result));
  return everyDraw(
    { runs: RUNS, ...definition },
    {
      judge: async (batch, { subject, reference }) =>
        (await evaluateAll(batch.map(bodyOf), subject, reference)).map(judgeOne),
    },
  );
}

/** Judges two values that must be the same. NaN is not the same as NaN here. */
export function judgePair(
  tolerance?: Tolerance,
): (pair: [got: unknown, expected: unknown]) => Finding | null {
  const close = within(tolerance);
  const same = (got: number, expected: number) => close(got, expected) && !Number.isNaN(got);
  return ([got, expected]) => {
    const difference = compare(got as Plain, expected as Plain, same);
    return (
      difference &&
      fromDifference({ ...difference, why: `two of your answers do not agree: ${difference.why}` })
    );
  };
}
