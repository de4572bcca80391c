import type fc from 'fast-check';
import { numericalDerivative } from '#autograd/check';
import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import type { Functions, Outcome } from '../../model/subject.ts';
import { compare, DEFAULT_TOLERANCE, isClose } from '../compare.ts';
import { type Finding, fromDifference, type GradientRow } from '../finding.ts';
import { forAll } from '../for-all.ts';
import { showNumber } from '../show.ts';
import { solve } from '../solution.ts';
import { type Args, type Claim, claimOf, type Name, type Result } from './claim.ts';

export interface Gradient<S, K extends Name<S>> extends Claim {
  /** The function that returns gradients. */
  call: K;
  /** All arguments together, since their sizes depend on one another. */
  given: fc.Arbitrary<Args<S, K>>;
  names: string[];
  /** The gradients in an answer, in the order of `at`. */
  claimed(answer: Result<S, K>): number[];
  /** The function whose gradients they are, and the point: built from the solution here, from the student's own forward in the visible test. */
  of(functions: S, ...args: Args<S, K>): { f(point: number[]): number; at: number[] };
  runs?: number;
}

const MAX_ROWS = 6;

/**
 * Gradients that a student's code returns are those of central differences. Draws on which the solution's gradients
 * disagree with the differences (near a kink) are drawn again.
 */
export function gradient<S, K extends Name<S>>(definition: Gradient<S, K>): Check {
  const { call, given, names, claimed, of, runs = 25 } = definition;
  const judge = (outcome: Outcome, args: Plain[], reference: Functions): Finding | null => {
    const truth = claimed(solve(reference, call, args) as Result<S, K>);
    const { f, at } = of(reference as S, ...(args as Args<S, K>));
    const slopes = at.map((_, i) => slope(f, at, i));
    if (
      !slopes.every(({ value, error }, i) =>
        isClose(truth[i]!, value, { absolute: 1e-9 + 10 * error, relative: 1e-6 }),
      )
    ) {
      return { kind: 'unjudged', why: 'too near a kink to be judged' };
    }
    if (outcome.kind !== 'answer') return outcome;
    const yours = claimedNumbers(() => claimed(outcome.value as Result<S, K>));
    const difference = compare(yours, truth);
    if (!difference) return null;
    if (!Array.isArray(yours) || yours.length !== truth.length) return fromDifference(difference);
    const rows = gradientRows(
      yours as number[],
      truth,
      slopes.map(({ value }) => value),
    );
    return { kind: 'failed', why: 'the gradient differs from the numeric one', gradient: rows };
  };
  return {
    ...claimOf(definition),
    run: ({ subject, reference, seed }) =>
      forAll({
        given: given as fc.Arbitrary<Plain[]>,
        runs,
        seed,
        names,
        judge: async (batch) =>
          (await subject.call(call, batch)).map((outcome, i) => judge(outcome, batch[i]!, reference)),
      }),
  };
}

/** An answer may hold anything; what cannot be read as gradients is compared as it is. */
function claimedNumbers(read: () => number[]): Plain {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function slope(f: (point: number[]) => number, at: number[], i: number): { value: number; error: number } {
  return numericalDerivative((t) => f(at.map((x, j) => (j === i ? x + t : x))), 0);
}

function gradientRows(yours: number[], truth: number[], numeric: number[]): GradientRow[] {
  return truth
    .map((expected, i) => ({ i, expected, your: yours[i]! }))
    .filter(({ expected, your }) => !isClose(your, expected, DEFAULT_TOLERANCE))
    .slice(0, MAX_ROWS)
    .map(({ i, expected, your }) => {
      const relativeError = Math.abs(your - expected) / Math.abs(expected);
      return {
        entry: `∂/∂x${i}`,
        yours: showNumber(your),
        numeric: showNumber(numeric[i]!),
        ...(Number.isFinite(relativeError) && { relativeError }),
      };
    });
}
