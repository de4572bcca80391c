import type fc from 'fast-check';
import { Tensor } from '#autograd';
import { tensorsIn } from '#autograd/check';
import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import type { Functions, Outcome, Subject, VjpInput } from '../../model/subject.ts';
import { compare } from '../compare.ts';
import { type Finding, fromDifference } from '../finding.ts';
import { forAll } from '../for-all.ts';
import { seeded } from '../seed.ts';
import { Slopes } from '../slopes.ts';
import { type Pulled, pullBack, solve } from '../solution.ts';
import { type Args, type Claim, claimOf, type Name } from './claim.ts';

export interface Differentiable<S, K extends Name<S>> extends Claim {
  call: K;
  /** All arguments together, since their sizes depend on one another. */
  given: fc.Arbitrary<Args<S, K>>;
  names: string[];
  runs?: number;
}

/**
 * The engine can differentiate the student's result: for random cotangents the gradient of every argument is that of
 * the solution, and that of central differences. Draws on which the solution and its differences disagree (near a
 * kink, or too small) are drawn again.
 */
export function differentiable<S, K extends Name<S>>(definition: Differentiable<S, K>): Check {
  const { call, given, names, runs = 15 } = definition;
  return {
    ...claimOf(definition),
    run: ({ subject, reference, seed }) =>
      forAll({
        given: given as fc.Arbitrary<Plain[]>,
        runs,
        seed,
        names,
        judge: (batch) => judgeGradients(batch, call, subject, reference, seed),
      }),
  };
}

async function judgeGradients(
  batch: Plain[][],
  call: string,
  subject: Subject,
  reference: Functions,
  seed: number,
) {
  const asked = batch.map(
    (args): VjpInput => ({ args, cotangents: cotangentsFor(solve(reference, call, args), seed) }),
  );
  const outcomes = await subject.vjp(call, asked);
  return outcomes.map((outcome, i) => judgeGradient(outcome, reference, call, asked[i]!, seed));
}

function judgeGradient(
  outcome: Outcome,
  reference: Functions,
  call: string,
  asked: VjpInput,
  seed: number,
): Finding | null {
  const expected = pullBack(reference, call, asked.args, asked.cotangents);
  const slopes = new Slopes((args) => solve(reference, call, args), asked);
  if (!slopes.confirm(expected.gradients, seed))
    return { kind: 'unjudged', why: 'too near a kink, or too small, to be judged' };
  if (outcome.kind !== 'answer') return outcome;
  const { value, gradients } = outcome.value as unknown as Pulled;
  const forward = compare(value, expected.value);
  if (forward) return fromDifference({ ...forward, why: `the result itself: ${forward.why}` });
  if (!compare(gradients, expected.gradients)) return null;
  const why = 'the gradient differs from the numeric one';
  return { kind: 'failed', why, gradient: slopes.rows(gradients, expected.gradients) };
}

/** Random numbers away from zero, in the shape of each tensor of the result. */
function cotangentsFor(value: Plain, seed: number): Tensor[] {
  const random = seeded(seed);
  const draw = () => (random() < 0.5 ? -1 : 1) * (0.25 + random());
  return tensorsIn(value).map(({ data, shape }) => new Tensor(Float64Array.from(data, draw), [...shape]));
}
