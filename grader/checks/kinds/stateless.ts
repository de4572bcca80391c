import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import type { Outcome } from '../../model/subject.ts';
import type { Finding } from '../finding.ts';
import { sameToTheBit } from '../same-outcome.ts';
import { show } from '../show.ts';
import type { CallClaim, Name } from './claim.ts';
import { everyDraw } from './every-draw.ts';

const RUNS = 20;

/** Asked the same again, after other calls and in another order, it answers the same to the bit. */
export function stateless<S, K extends Name<S>>(definition: CallClaim<S, K>): Check {
  return everyDraw(
    { runs: RUNS, ...definition },
    {
      judge: async (batch, { subject }) => {
        const first = await subject.call(definition.call, batch);
        const again = await subject.call(definition.call, batch.toReversed());
        return batch.map((_, i) => judge(first[i], again[batch.length - 1 - i]));
      },
    },
  );
}

function judge(first: Outcome | undefined, again: Outcome | undefined): Finding | null | undefined {
  if (first?.kind !== 'answer') return first;
  if (again?.kind !== 'answer') return again;
  if (sameToTheBit(first, again)) return null;
  const why = 'asked the same again, it answered something else';
  return { kind: 'failed', why, difference: { why, at: '', ...shown(again.value, first.value) } };
}

function shown(got: Plain, expected: Plain): { got: string; expected: string } {
  return { got: show(got), expected: show(expected) };
}
