import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import { compare } from '../compare.ts';
import { type Difference, firstDifference } from '../difference.ts';
import { fromDifference } from '../finding.ts';
import type { CallClaim, Name } from './claim.ts';
import { everyOutcome } from './every-draw.ts';

const RUNS = 20;

/** The call leaves its arguments as they were, to the bit. */
export function unchanged<S, K extends Name<S>>(definition: CallClaim<S, K>): Check {
  return everyOutcome(
    { runs: RUNS, ...definition },
    {
      after: true,
      judge: (outcome, before) =>
        outcome.kind === 'answer'
          ? fromDifference(firstChange(before, outcome.after ?? [], definition.names))
          : outcome,
    },
  );
}

function firstChange(before: Plain[], after: Plain[], names: string[]): Difference | null {
  const change = firstDifference(before, (arg, i) => {
    const at = names[i] ?? '';
    return compare(after[i], arg, Object.is, at) ?? addition(after[i], arg, at);
  });
  return change && { ...change, why: 'the call changed its argument' };
}

/** A key that came to an object shows when the roles are exchanged. */
function addition(after: Plain, before: Plain, at: string): Difference | null {
  const missing = compare(before, after, Object.is, at);
  return missing && { ...missing, got: missing.expected, expected: missing.got };
}
