import type { Check } from '../../model/exercise.ts';
import { timesFactor } from '../times-factor.ts';
import type { Args, Name } from './claim.ts';
import { type Relation, relation } from './relation.ts';

export interface ScalesWithUpstream<S, K extends Name<S>> extends Relation<S, K> {
  /** The place among the arguments of the gradient that comes in. */
  upstream: number;
}

/** Neither 1 nor −1, and exact in floating point. */
const FACTOR = -4;

/** A backward pass is linear: all that comes out is multiplied by what the gradient that comes in is multiplied by. */
export function scalesWithUpstream<S, K extends Name<S>>(definition: ScalesWithUpstream<S, K>): Check {
  return relation(definition, (ask, args) => {
    const scaled = args.map((arg: unknown, i: number) =>
      i === definition.upstream ? timesFactor(arg, FACTOR) : arg,
    );
    return [ask(...(scaled as Args<S, K>)), timesFactor(ask(...args), FACTOR)];
  });
}
