import type { Check } from '../../model/exercise.ts';
import { compare } from '../compare.ts';
import { type Finding, fromDifference } from '../finding.ts';
import { solve } from '../solution.ts';
import type { CallClaim, Name } from './claim.ts';
import { everyOutcome } from './every-draw.ts';

const RUNS = 30;

/** At the extremes every number of the answer is finite. Whether it is right is for other checks. */
export function finite<S, K extends Name<S>>(definition: CallClaim<S, K>): Check {
  return everyOutcome(
    { runs: RUNS, ...definition },
    {
      judge: (outcome, args, { reference }): Finding | null => {
        if (outcome.kind !== 'answer') return outcome;
        const expected = solve(reference, definition.call, args);
        return fromDifference(compare(outcome.value, expected, (got) => Number.isFinite(got)));
      },
    },
  );
}
