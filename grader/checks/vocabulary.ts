import type { Check } from '../model/exercise.ts';
import type { CallClaim, Name } from './kinds/claim.ts';
import { differentiable } from './kinds/differentiable.ts';
import { type Example, example } from './kinds/example.ts';
import { type Gradient, gradient } from './kinds/gradient.ts';
import { type Oracle, oracle } from './kinds/oracle.ts';
import { type Metamorphic, metamorphic, type Property, property } from './kinds/property.ts';
import { throws } from './kinds/throws.ts';
import { unchanged } from './kinds/unchanged.ts';

/** The kinds of check, typed for the functions of one exercise. */
export interface Vocabulary<S> {
  example(definition: Example<S>): Check;
  oracle<K extends Name<S>>(definition: Oracle<S, K>): Check;
  property<Inputs extends unknown[]>(definition: Property<S, Inputs>): Check;
  metamorphic<Inputs extends unknown[]>(definition: Metamorphic<S, Inputs>): Check;
  throws<K extends Name<S>>(definition: CallClaim<S, K>): Check;
  unchanged<K extends Name<S>>(definition: CallClaim<S, K>): Check;
  gradient<K extends Name<S>>(definition: Gradient<S, K>): Check;
  differentiable<K extends Name<S>>(definition: CallClaim<S, K>): Check;
}

/**
 * The words in which `checks.ts` is written.
 *
 * @example
 * const { oracle } = vocabulary<typeof import('./activations.ts')>();
 * export const checks = [oracle({ id: 'relu', call: 'relu', names: ['z'], given: fc.tuple(fc.integer()), … })];
 */
export function vocabulary<S>(): Vocabulary<S> {
  return { example, oracle, property, metamorphic, throws, unchanged, gradient, differentiable };
}
