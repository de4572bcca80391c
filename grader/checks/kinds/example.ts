import type { Check, CheckContext } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import { compare } from '../compare.ts';
import { FELL_SILENT, type Finding, fromDifference, toVerdict } from '../finding.ts';
import { parameterNames } from '../parameter-names.ts';
import { type Same, type Tolerance, within } from '../tolerance.ts';
import { type Args, type Claim, claimOf, type Name, type Result } from './claim.ts';

/** A worked example: the numbers stand in the exercise. */
export type Case<S> = { [K in Name<S>]: { call: K; with: Args<S, K>; gives: Result<S, K> } }[Name<S>];

export interface Example<S> extends Claim {
  cases: Case<S>[];
  tolerance?: Tolerance;
}

/** Worked examples, in the order in which they are given. */
export function example<S>(definition: Example<S>): Check {
  const same = within(definition.tolerance);
  return {
    ...claimOf(definition),
    examples: definition.cases,
    async run(context) {
      for (const [i, { call, with: args, gives }] of definition.cases.entries()) {
        const finding = await judge(context, call, args, gives as Plain, same);
        if (finding)
          return toVerdict(finding, namesOf(context, call), args, { seed: context.seed, path: `${i}` });
      }
      return { kind: 'passed' };
    },
  };
}

async function judge(
  { subject }: CheckContext,
  call: string,
  args: Plain[],
  gives: Plain,
  same: Same,
): Promise<Finding | null> {
  const [outcome = FELL_SILENT] = await subject.call(call, [args]);
  if (outcome.kind !== 'answer') return outcome;
  const difference = compare(outcome.value, gives, same);
  return difference && fromDifference({ ...difference, why: `${call}: ${difference.why}` });
}

/** Of the solution's parameters, for the table. */
function namesOf({ reference }: CheckContext, call: string): string[] {
  const solution = reference[call];
  return solution ? parameterNames(solution) : [];
}
