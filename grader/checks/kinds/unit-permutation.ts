import type { Check } from '../../model/exercise.ts';
import type { Args, Name, Result } from './claim.ts';
import { type Relation, relation } from './relation.ts';

export interface UnitPermutation<S, K extends Name<S>> extends Relation<S, K> {
  /** How many hidden units there are. */
  units(...args: Args<S, K>): number;
  /** The same arguments with the units in another order: `order[i]` is the old place of unit i. */
  reorder(args: Args<S, K>, order: number[]): Args<S, K>;
  /** The same answer with the units in that order. */
  reordered(answer: Result<S, K>, order: number[]): Result<S, K>;
}

/** Hidden units have no names: in another order they come to the same, in that order. */
export function unitPermutation<S, K extends Name<S>>(definition: UnitPermutation<S, K>): Check {
  const { units, reorder, reordered } = definition;
  return relation(definition, (ask, args) => {
    const count = units(...args);
    const order = Array.from({ length: count }, (_, i) => (i + 1) % count);
    return [ask(...reorder(args, order)), reordered(ask(...args), order)];
  });
}
