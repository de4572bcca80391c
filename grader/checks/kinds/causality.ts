import type { Check } from '../../model/exercise.ts';
import type { Args, Name, Result } from './claim.ts';
import { type Relation, relation } from './relation.ts';

export interface Causality<S, K extends Name<S>> extends Relation<S, K> {
  /** How many steps the sequence of these arguments has. */
  steps(...args: Args<S, K>): number;
  /** The same arguments with all steps changed from `at` on, counted from 0. */
  changed(args: Args<S, K>, at: number): Args<S, K>;
  /** What of an answer belongs to the steps before `at`. */
  until(answer: Result<S, K>, at: number): unknown;
}

/** What comes later changes nothing that came before. */
export function causality<S, K extends Name<S>>(definition: Causality<S, K>): Check {
  const { steps, changed, until } = definition;
  return relation(definition, (ask, args) => {
    const answer = ask(...args);
    const later = Array.from({ length: steps(...args) }, (_, at) => at);
    return [later.map((at) => until(ask(...changed(args, at)), at)), later.map((at) => until(answer, at))];
  });
}
