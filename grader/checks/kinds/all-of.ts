import type { Check } from '../../model/exercise.ts';
import { type Claim, claimOf } from './claim.ts';

export interface AllOf extends Claim {
  /** A check for each function, with the claim that all of them make. */
  of(claim: Claim): Check[];
}

/** One claim about several functions: the first check that does not pass is told. */
export function allOf(definition: AllOf): Check {
  const claim = claimOf(definition);
  const checks = definition.of(claim);
  return {
    ...claim,
    async run(context) {
      for (const check of checks) {
        const verdict = await check.run(context);
        if (verdict.kind !== 'passed') return verdict;
      }
      return { kind: 'passed' };
    },
  };
}
