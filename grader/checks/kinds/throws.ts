import type { Check } from '../../model/exercise.ts';
import type { Outcome } from '../../model/subject.ts';
import type { Finding } from '../finding.ts';
import { show } from '../show.ts';
import type { CallClaim, Name } from './claim.ts';
import { everyOutcome } from './every-draw.ts';

const RUNS = 20;

/** Bad input is refused with a `RangeError`. Its class is judged, its words are not; a stack overflow is none. */
export function throws<S, K extends Name<S>>(definition: CallClaim<S, K>): Check {
  return everyOutcome({ runs: RUNS, ...definition }, { judge });
}

function judge(outcome: Outcome): Finding | null {
  switch (outcome.kind) {
    case 'answer':
      return instead('an answer came', show(outcome.value));
    case 'threw':
      if (outcome.rangeError) return null;
      if (outcome.error === 'RangeError') return outcome; // the stack overflowed
      return instead('another error was thrown', `${outcome.error}: ${outcome.message}`);
    default:
      return outcome;
  }
}

function instead(what: string, got: string): Finding {
  const why = `${what} where a RangeError was expected`;
  return { kind: 'failed', why, difference: { why, at: '', got, expected: 'a RangeError' } };
}
