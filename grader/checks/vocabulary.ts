import type { Check } from '../model/exercise.ts';
import { type Accumulates, accumulates } from './kinds/accumulates.ts';
import { type AllOf, allOf } from './kinds/all-of.ts';
import { type BatchIndependence, batchIndependence } from './kinds/batch-independence.ts';
import { type Calls, calls } from './kinds/calls.ts';
import { type Causality, causality } from './kinds/causality.ts';
import type { CallClaim, Name } from './kinds/claim.ts';
import { differentiable } from './kinds/differentiable.ts';
import { type Example, example } from './kinds/example.ts';
import { finite } from './kinds/finite.ts';
import { type Gradient, gradient } from './kinds/gradient.ts';
import { type Oracle, oracle } from './kinds/oracle.ts';
import { type PaddingInvariance, paddingInvariance } from './kinds/padding-invariance.ts';
import { type Metamorphic, metamorphic, type Property, property } from './kinds/property.ts';
import { type SplitEquivalence, splitEquivalence } from './kinds/split-equivalence.ts';
import { stateless } from './kinds/stateless.ts';
import { type Statistics, statistics } from './kinds/statistics.ts';
import { throws } from './kinds/throws.ts';
import { unchanged } from './kinds/unchanged.ts';
import { type UnitPermutation, unitPermutation } from './kinds/unit-permutation.ts';
import { type ScalesWithUpstream, scalesWithUpstream } from './kinds/upstream.ts';

/** The kinds of check, typed for the functions of one exercise. */
export interface Vocabulary<S> {
  example(definition: Example<S>): Check;
  oracle<K extends Name<S>>(definition: Oracle<S, K>): Check;
  property<Inputs extends unknown[]>(definition: Property<S, Inputs>): Check;
  metamorphic<Inputs extends unknown[]>(definition: Metamorphic<S, Inputs>): Check;
  throws<K extends Name<S>>(definition: CallClaim<S, K>): Check;
  unchanged<K extends Name<S>>(definition: CallClaim<S, K>): Check;
  stateless<K extends Name<S>>(definition: CallClaim<S, K>): Check;
  finite<K extends Name<S>>(definition: CallClaim<S, K>): Check;
  gradient<K extends Name<S>>(definition: Gradient<S, K>): Check;
  differentiable<K extends Name<S>>(definition: CallClaim<S, K>): Check;
  scalesWithUpstream<K extends Name<S>>(definition: ScalesWithUpstream<S, K>): Check;
  accumulates<K extends Name<S>>(definition: Accumulates<S, K>): Check;
  batchIndependence<K extends Name<S>>(definition: BatchIndependence<S, K>): Check;
  splitEquivalence<K extends Name<S>>(definition: SplitEquivalence<S, K>): Check;
  causality<K extends Name<S>>(definition: Causality<S, K>): Check;
  paddingInvariance<K extends Name<S>>(definition: PaddingInvariance<S, K>): Check;
  unitPermutation<K extends Name<S>>(definition: UnitPermutation<S, K>): Check;
  statistics<K extends Name<S>>(definition: Statistics<S, K>): Check;
  calls<K extends Name<S>>(definition: Calls<S, K>): Check;
  allOf(definition: AllOf): Check;
}

/**
 * The words in which `checks.ts` is written.
 *
 * @example
 * const { oracle } = vocabulary<typeof import('./activations.ts')>();
 * export const checks = [oracle({ id: 'relu', call: 'relu', names: ['z'], given: fc.tuple(fc.integer()), … })];
 */
export function vocabulary<S>(): Vocabulary<S> {
  return {
    example,
    oracle,
    property,
    metamorphic,
    throws,
    unchanged,
    stateless,
    finite,
    gradient,
    differentiable,
    scalesWithUpstream,
    accumulates,
    batchIndependence,
    splitEquivalence,
    causality,
    paddingInvariance,
    unitPermutation,
    statistics,
    calls,
    allOf,
  };
}
