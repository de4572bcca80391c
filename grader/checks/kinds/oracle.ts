import type fc from 'fast-check';
import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import type { Functions, Outcome, Subject } from '../../model/subject.ts';
import { compare, DEFAULT_TOLERANCE, type Tolerance } from '../compare.ts';
import { type Finding, fromDifference, type Judge } from '../finding.ts';
import { forAll } from '../for-all.ts';
import { solve } from '../solution.ts';
import { type Args, type Claim, claimOf, type Name } from './claim.ts';

export interface Oracle<S, K extends Name<S>> extends Claim {
  call: K;
  /** All arguments together, since their sizes depend on one another. */
  given: fc.Arbitrary<Args<S, K>>;
  /** The names of the arguments, for the table. */
  names: string[];
  runs?: number;
  tolerance?: Tolerance;
}

const RUNS = 40;

/** The answer is that of the solution, which runs in the trusted process, on random inputs. */
export function oracle<S, K extends Name<S>>(definition: Oracle<S, K>): Check {
  const { call, given, names, runs = RUNS, tolerance = DEFAULT_TOLERANCE } = definition;
  return {
    ...claimOf(definition),
    run: ({ subject, reference, seed }) =>
      forAll({
        given: given as fc.Arbitrary<Plain[]>,
        runs,
        seed,
        names,
        judge: agreesWith(reference, subject, call, tolerance),
      }),
  };
}

function agreesWith(
  reference: Functions,
  subject: Subject,
  call: string,
  tolerance: Tolerance,
): Judge<Plain[]> {
  return async (batch) => {
    const outcomes = await subject.call(call, batch);
    return outcomes.map((outcome, i) => judgeAnswer(outcome, solve(reference, call, batch[i]!), tolerance));
  };
}

function judgeAnswer(outcome: Outcome, expected: Plain, tolerance: Tolerance): Finding | null {
  return outcome.kind === 'answer' ? fromDifference(compare(outcome.value, expected, tolerance)) : outcome;
}
