import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import { compare } from '../compare.ts';
import { fromDifference } from '../finding.ts';
import { solve } from '../solution.ts';
import type { CallClaim, Name, Result } from './claim.ts';
import { everyOutcome } from './every-draw.ts';

/** `call` is a function of the driver that hands in a callback and tells with what it was called. */
export interface Calls<S, K extends Name<S>> extends CallClaim<S, K> {
  /** The arguments of each call of the callback, in the order of the calls. */
  told(answer: Result<S, K>): unknown[];
}

const RUNS = 20;

/** A callback is called as often, and with the same arguments to the bit, as by the solution. */
export function calls<S, K extends Name<S>>(definition: Calls<S, K>): Check {
  const told = (answer: Plain) => definition.told(answer as Result<S, K>) as Plain[];
  return everyOutcome(
    { runs: RUNS, ...definition },
    {
      judge: (outcome, args, { reference }) => {
        if (outcome.kind !== 'answer') return outcome;
        const [got, expected] = [told(outcome.value), told(solve(reference, definition.call, args))];
        const difference = compare(got, expected, Object.is, 'call');
        const count = got.length !== expected.length;
        const why = count
          ? `the callback was called ${got.length} times, expected ${expected.length}`
          : 'the callback was called with something else';
        return difference && fromDifference({ ...difference, why });
      },
    },
  );
}
