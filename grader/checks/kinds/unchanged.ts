import type fc from 'fast-check';
import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import type { Outcome } from '../../model/subject.ts';
import { compare, EXACT } from '../compare.ts';
import type { Finding } from '../finding.ts';
import { forAll } from '../for-all.ts';
import { type Args, type Claim, claimOf, type Name } from './claim.ts';

export interface Unchanged<S, K extends Name<S>> extends Claim {
  call: K;
  /** All arguments together, since their sizes depend on one another. */
  given: fc.Arbitrary<Args<S, K>>;
  names: string[];
  runs?: number;
}

/** The call leaves its arguments as they were, to the bit. */
export function unchanged<S, K extends Name<S>>(definition: Unchanged<S, K>): Check {
  const { call, given, names, runs = 20 } = definition;
  return {
    ...claimOf(definition),
    run: ({ subject, seed }) =>
      forAll({
        given: given as fc.Arbitrary<Plain[]>,
        runs,
        seed,
        names,
        judge: async (batch) => {
          const outcomes = await subject.call(call, batch, { after: true });
          return outcomes.map((outcome, i) => judgeAfter(outcome, batch[i]!));
        },
      }),
  };
}

function judgeAfter(outcome: Outcome, before: Plain[]): Finding | null {
  if (outcome.kind !== 'answer') return outcome;
  const difference = compare(outcome.after, before, EXACT);
  return (
    difference && {
      kind: 'failed',
      why: 'the call changed its argument',
      difference: { ...difference, at: `argument ${difference.at}` },
    }
  );
}
