import type { Check } from '../../model/exercise.ts';
import type { Tolerance } from '../tolerance.ts';
import type { Args, CallClaim, Name, Result } from './claim.ts';
import { everyBody, judgePair } from './every-body.ts';

/** A claim about how several answers of one function go together. */
export interface Relation<S, K extends Name<S>> extends CallClaim<S, K> {
  tolerance?: Tolerance;
}

/** Two values that must be the same, computed from answers of one function. */
export function relation<S, K extends Name<S>>(
  definition: Relation<S, K>,
  same: (ask: (...args: Args<S, K>) => Result<S, K>, args: Args<S, K>) => [got: unknown, expected: unknown],
): Check {
  const body = (student: S, ...args: Args<S, K>) =>
    same((...asked) => (student[definition.call] as (...all: unknown[]) => Result<S, K>)(...asked), args);
  return everyBody<S, Args<S, K>, [unknown, unknown]>(definition, body, judgePair(definition.tolerance));
}
