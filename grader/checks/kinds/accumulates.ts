import type { Check } from '../../model/exercise.ts';
import { timesFactor } from '../times-factor.ts';
import type { Args, Name } from './claim.ts';
import { type Relation, relation } from './relation.ts';

export interface Accumulates<S, K extends Name<S>> extends Relation<S, K> {
  /** The place among the arguments of how often the pass is made. */
  times: number;
}

/** Gradients add up: n passes give n times what one pass gives. */
export function accumulates<S, K extends Name<S>>(definition: Accumulates<S, K>): Check {
  return relation(definition, (ask, args) => {
    const once = args.map((arg: unknown, i: number) => (i === definition.times ? 1 : arg));
    return [ask(...args), timesFactor(ask(...(once as Args<S, K>)), args[definition.times] as number)];
  });
}
