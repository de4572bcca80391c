import type fc from 'fast-check';
import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import { type Evaluation, evaluateAll } from '../as-if-local.ts';
import { compare, DEFAULT_TOLERANCE, type Tolerance } from '../compare.ts';
import { type Finding, fromDifference } from '../finding.ts';
import { forAll } from '../for-all.ts';
import { parameterNames } from '../show.ts';
import { type Claim, claimOf } from './claim.ts';

const RUNS = 40;

export interface Property<S, Inputs extends unknown[]> extends Claim {
  given: fc.Arbitrary<Inputs>;
  /** Plain code; it must be deterministic, and may call the student's functions as if they were local. */
  holds(student: S, ...inputs: Inputs): boolean;
  runs?: number;
}

/** A claim that is true or false of each input. */
export function property<S, Inputs extends unknown[]>(definition: Property<S, Inputs>): Check {
  const judgeResult = (holds: boolean): Finding | null =>
    holds ? null : { kind: 'failed', why: 'the claim does not hold' };
  return checkBodies(definition, definition.holds, judgeResult);
}

export interface Metamorphic<S, Inputs extends unknown[]> extends Claim {
  given: fc.Arbitrary<Inputs>;
  /** Two values that must be the same, such as `[softmax(z + c), softmax(z)]`. */
  same(student: S, ...inputs: Inputs): [got: unknown, expected: unknown];
  runs?: number;
  tolerance?: Tolerance;
}

/** A relation between several answers, which needs no reference at all. */
export function metamorphic<S, Inputs extends unknown[]>(definition: Metamorphic<S, Inputs>): Check {
  const { tolerance = DEFAULT_TOLERANCE } = definition;
  const judgeResult = ([got, expected]: [unknown, unknown]) =>
    fromDifference(compare(got as Plain, expected as Plain, tolerance));
  return checkBodies(definition, definition.same, judgeResult);
}

function checkBodies<S, Inputs extends unknown[], T>(
  definition: Claim & { given: fc.Arbitrary<Inputs>; runs?: number },
  body: (student: S, ...inputs: Inputs) => T,
  judgeResult: (result: T) => Finding | null,
): Check {
  const judgeOne = (evaluation: Evaluation<T> | undefined): Finding | null => {
    if (!evaluation) return null;
    return 'ended' in evaluation ? evaluation.ended : judgeResult(evaluation.result);
  };
  return {
    ...claimOf(definition),
    run: ({ subject, seed }) =>
      forAll({
        given: definition.given as fc.Arbitrary<unknown> as fc.Arbitrary<Plain[]>,
        runs: definition.runs ?? RUNS,
        seed,
        names: parameterNames(body as never).slice(1),
        judge: async (batch) => {
          const bodies = batch.map(
            (inputs) => (student: never) => body(student, ...(inputs as unknown as Inputs)),
          );
          return (await evaluateAll(bodies, subject)).map(judgeOne);
        },
      }),
  };
}
