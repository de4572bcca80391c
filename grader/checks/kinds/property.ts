import type fc from 'fast-check';
import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import { evaluateAll } from '../as-if-local.ts';
import { compare } from '../compare.ts';
import { type Finding, fromDifference } from '../finding.ts';
import { parameterNames } from '../parameter-names.ts';
import type { Evaluation } from '../run-body.ts';
import { type Tolerance, within } from '../tolerance.ts';
import type { Claim } from './claim.ts';
import { everyDraw } from './every-draw.ts';

const RUNS = 40;

interface BodyClaim<Inputs extends unknown[]> extends Claim {
  given: fc.Arbitrary<Inputs>;
  runs?: number;
}

export interface Property<S, Inputs extends unknown[]> extends BodyClaim<Inputs> {
  /** Plain code that calls the student's functions as if they were local. It must be deterministic and change nothing. */
  holds(student: S, ...inputs: Inputs): boolean;
}

/** A claim that is true or false of each input. */
export function property<S, Inputs extends unknown[]>(definition: Property<S, Inputs>): Check {
  return everyBody(definition, definition.holds, (holds) =>
    holds ? null : { kind: 'failed', why: 'the claim does not hold' },
  );
}

export interface Metamorphic<S, Inputs extends unknown[]> extends BodyClaim<Inputs> {
  /** Two values that must be the same, such as `[softmax(z + c), softmax(z)]`. */
  same(student: S, ...inputs: Inputs): [got: unknown, expected: unknown];
  tolerance?: Tolerance;
}

/** A relation between several answers, which needs no reference at all. NaN is not the same as NaN here. */
export function metamorphic<S, Inputs extends unknown[]>(definition: Metamorphic<S, Inputs>): Check {
  const close = within(definition.tolerance);
  const same = (got: number, expected: number) => close(got, expected) && !Number.isNaN(got);
  return everyBody(definition, definition.same, ([got, expected]) =>
    fromDifference(compare(got as Plain, expected as Plain, same)),
  );
}

function everyBody<S, Inputs extends unknown[], T>(
  definition: BodyClaim<Inputs>,
  body: (student: S, ...inputs: Inputs) => T,
  judgeResult: (result: T) => Finding | null,
): Check {
  const bodyOf = (inputs: Plain[]) => (student: never) => body(student, ...(inputs as unknown as Inputs));
  const judgeOne = (evaluation: Evaluation<T> | undefined) =>
    evaluation && ('ended' in evaluation ? evaluation.ended : judgeResult(evaluation.result));
  return everyDraw(
    { runs: RUNS, ...definition, names: parameterNames(body as never).slice(1) },
    {
      judge: async (batch, { subject, reference }) =>
        (await evaluateAll(batch.map(bodyOf), subject, reference)).map(judgeOne),
    },
  );
}
