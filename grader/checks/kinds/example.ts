import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import { compare, DEFAULT_TOLERANCE, type Tolerance } from '../compare.ts';
import { type Finding, fromDifference, toVerdict } from '../finding.ts';
import { type Args, type Claim, claimOf, type Name, type Result } from './claim.ts';

/** A worked example: the numbers stand in the exercise. */
export type Case<S> = { [K in Name<S>]: { call: K; with: Args<S, K>; gives: Result<S, K> } }[Name<S>];

export interface Example<S> extends Claim {
  cases: Case<S>[];
  tolerance?: Tolerance;
}

/** Worked examples, in the order in which they are given. */
export function example<S>(definition: Example<S>): Check {
  const { cases, tolerance = DEFAULT_TOLERANCE } = definition;
  return {
    ...claimOf(definition),
    async run({ subject, seed }) {
      for (const [i, { call, with: args, gives }] of cases.entries()) {
        const [outcome] = await subject.call(call, [args as Plain[]]);
        const finding: Finding | null =
          outcome?.kind === 'answer'
            ? fromDifference(compare(outcome.value, gives as Plain, tolerance))
            : outcome!;
        const names = (args as Plain[]).map((_, place) => `${call}, argument ${place + 1}`);
        if (finding) return toVerdict(finding, names, args as Plain[], { seed, path: `${i}` });
      }
      return { kind: 'passed' };
    },
  };
}
