import type { Check } from '../../model/exercise.ts';
import { parameterNames } from '../parameter-names.ts';
import type { Tolerance } from '../tolerance.ts';
import { type BodyClaim, everyBody, judgePair } from './every-body.ts';

type Unnamed<Inputs extends unknown[]> = Omit<BodyClaim<Inputs>, 'names'>;

export interface Property<S, Inputs extends unknown[]> extends Unnamed<Inputs> {
  /** Plain code that calls the student's functions as if they were local. It must be deterministic and change nothing. */
  holds(student: S, ...inputs: Inputs): boolean;
}

/** A claim that is true or false of each input. */
export function property<S, Inputs extends unknown[]>(definition: Property<S, Inputs>): Check {
  return everyBody(named(definition, definition.holds), definition.holds, (holds) =>
    holds ? null : { kind: 'failed', why: 'the claim does not hold' },
  );
}

export interface Metamorphic<S, Inputs extends unknown[]> extends Unnamed<Inputs> {
  /** Two values that must be the same, such as `[softmax(z + c), softmax(z)]`. */
  same(student: S, ...inputs: Inputs): [got: unknown, expected: unknown];
  tolerance?: Tolerance;
}

/** A relation between several answers, which needs no reference at all. */
export function metamorphic<S, Inputs extends unknown[]>(definition: Metamorphic<S, Inputs>): Check {
  return everyBody(named(definition, definition.same), definition.same, judgePair(definition.tolerance));
}

/** The inputs are called what the body calls them. */
function named<Inputs extends unknown[]>(claim: Unnamed<Inputs>, body: unknown): BodyClaim<Inputs> {
  return { ...claim, names: parameterNames(body as never).slice(1) };
}
