import type { Check } from '../../model/exercise.ts';
import type { Args, Name, Result } from './claim.ts';
import { type Relation, relation } from './relation.ts';

export interface SplitEquivalence<S, K extends Name<S>> extends Relation<S, K> {
  /** How many steps the sequence of these arguments has. */
  steps(...args: Args<S, K>): number;
  /** The arguments for the first `at` steps. */
  head(args: Args<S, K>, at: number): Args<S, K>;
  /** Those for the rest, which goes on from the state that the head came to. */
  tail(args: Args<S, K>, at: number, head: Result<S, K>): Args<S, K>;
  /** The answers to both, put together as for the whole. */
  join(head: Result<S, K>, tail: Result<S, K>): Result<S, K>;
}

/** A sequence in two parts, the state carried over, comes to the same as in one; wherever it is cut. */
export function splitEquivalence<S, K extends Name<S>>(definition: SplitEquivalence<S, K>): Check {
  const { steps, head, tail, join } = definition;
  return relation(definition, (ask, args) => {
    const whole = ask(...args);
    const cuts = Array.from({ length: steps(...args) - 1 }, (_, i) => i + 1);
    const parts = cuts.map((at) => {
      const first = ask(...head(args, at));
      return join(first, ask(...tail(args, at, first)));
    });
    return [parts, cuts.map(() => whole)];
  });
}
