import type fc from 'fast-check';
import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import type { Outcome } from '../../model/subject.ts';
import type { Finding } from '../finding.ts';
import { forAll } from '../for-all.ts';
import { show } from '../show.ts';
import { type Args, type Claim, claimOf, type Name } from './claim.ts';

export interface Throws<S, K extends Name<S>> extends Claim {
  call: K;
  /** All arguments together, since their sizes depend on one another. */
  given: fc.Arbitrary<Args<S, K>>;
  names: string[];
  runs?: number;
}

/** Bad input is refused with a `RangeError`. Its class is judged, its words are not; a stack overflow is none. */
export function throws<S, K extends Name<S>>(definition: Throws<S, K>): Check {
  const { call, given, names, runs = 20 } = definition;
  return {
    ...claimOf(definition),
    run: ({ subject, seed }) =>
      forAll({
        given: given as fc.Arbitrary<Plain[]>,
        runs,
        seed,
        names,
        judge: async (batch) => (await subject.call(call, batch)).map(judgeOutcome),
      }),
  };
}

function judgeOutcome(outcome: Outcome): Finding | null {
  if (outcome.kind === 'threw' && outcome.rangeError) return null;
  const expected = 'a RangeError';
  switch (outcome.kind) {
    case 'answer': {
      const why = 'an answer came where a RangeError was expected';
      return { kind: 'failed', why, difference: { why, at: '', got: show(outcome.value), expected } };
    }
    case 'threw': {
      const why = `${outcome.error} was thrown where a RangeError was expected`;
      return {
        kind: 'failed',
        why,
        difference: { why, at: '', got: `${outcome.error}: ${outcome.message}`, expected },
      };
    }
    default:
      return outcome;
  }
}
