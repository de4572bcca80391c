import type fc from 'fast-check';
import type { Check, CheckContext } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import type { Outcome } from '../../model/subject.ts';
import type { Finding } from '../finding.ts';
import { forAll } from '../for-all.ts';
import type { Search } from '../search.ts';
import { type Claim, claimOf } from './claim.ts';

interface Drawn extends Claim {
  given: fc.Arbitrary<unknown>;
  names: string[];
  runs: number;
}

/** A check that judges many random inputs. */
export function everyDraw(definition: Drawn, judging: Pick<Search, 'judge' | 'judgeable'>): Check {
  const { names, runs } = definition;
  const given = definition.given as fc.Arbitrary<Plain[]>;
  return { ...claimOf(definition), run: (context) => forAll({ given, names, runs, ...judging }, context) };
}

interface JudgingOutcomes extends Pick<Search, 'judgeable'> {
  judge(outcome: Outcome, args: Plain[], context: CheckContext): Finding | null;
  /** Whether to ask how the call left its arguments. */
  after?: boolean;
}

/** A check that calls one function with many random inputs and judges each outcome by itself. */
export function everyOutcome(
  definition: Drawn & { call: string },
  { judge, judgeable, after = false }: JudgingOutcomes,
): Check {
  return everyDraw(definition, {
    judge: async (batch, context) => {
      const outcomes = await context.subject.call(definition.call, batch, { after });
      return outcomes.map((outcome, i) => judge(outcome, batch[i]!, context));
    },
    ...(judgeable && { judgeable }),
  });
}
