import type { Check } from '../../model/exercise.ts';
import { compare } from '../compare.ts';
import { fromDifference } from '../finding.ts';
import { solve } from '../solution.ts';
import { type Tolerance, within } from '../tolerance.ts';
import type { CallClaim, Name } from './claim.ts';
import { everyOutcome } from './every-draw.ts';

export interface Oracle<S, K extends Name<S>> extends CallClaim<S, K> {
  tolerance?: Tolerance;
}

const RUNS = 40;

/** The answer is that of the solution, which runs in the trusted process, on random inputs. */
export function oracle<S, K extends Name<S>>(definition: Oracle<S, K>): Check {
  const same = within(definition.tolerance);
  return everyOutcome(
    { runs: RUNS, ...definition },
    {
      judge: (outcome, args, { reference }) => {
        const expected = solve(reference, definition.call, args);
        return outcome.kind === 'answer' ? fromDifference(compare(outcome.value, expected, same)) : outcome;
      },
    },
  );
}
