import type { Check } from '../../model/exercise.ts';
import type { Args, Name, Result } from './claim.ts';
import { type Relation, relation } from './relation.ts';

export interface BatchIndependence<S, K extends Name<S>> extends Relation<S, K> {
  /** The arguments for each row by itself. */
  rows(...args: Args<S, K>): Args<S, K>[];
  /** The answers for the rows, put together as for the batch. */
  join(answers: Result<S, K>[]): Result<S, K>;
}

/** A row of a batch does not see the others: alone it comes to the same. */
export function batchIndependence<S, K extends Name<S>>(definition: BatchIndependence<S, K>): Check {
  return relation(definition, (ask, args) => [
    ask(...args),
    definition.join(definition.rows(...args).map((row) => ask(...row))),
  ]);
}
