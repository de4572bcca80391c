import type { Check } from '../../model/exercise.ts';
import type { Args, Name } from './claim.ts';
import { type Relation, relation } from './relation.ts';

export interface PaddingInvariance<S, K extends Name<S>> extends Relation<S, K> {
  /** The same arguments with other numbers in the padding. */
  padded(...args: Args<S, K>): Args<S, K>;
}

/** What stands in the padding changes nothing. */
export function paddingInvariance<S, K extends Name<S>>(definition: PaddingInvariance<S, K>): Check {
  return relation(definition, (ask, args) => [ask(...definition.padded(...args)), ask(...args)]);
}
