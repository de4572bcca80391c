import { type Estimate, numericalDerivative } from '#autograd/check';
import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import type { Functions, Outcome } from '../../model/subject.ts';
import { compare } from '../compare.ts';
import { confirmed } from '../confirmed.ts';
import { type Finding, fromDifference } from '../finding.ts';
import { gradientRows } from '../gradient-rows.ts';
import { solve } from '../solution.ts';
import { anyNumber } from '../tolerance.ts';
import type { Args, CallClaim, Name, Result } from './claim.ts';
import { everyOutcome } from './every-draw.ts';

/** `call` is the function that returns gradients. */
export interface Gradient<S, K extends Name<S>> extends CallClaim<S, K> {
  /** The gradients in an answer, in the order of `at`. */
  claimed(answer: Result<S, K>): number[];
  /** What the entries of the gradient belong to, such as `w1`; else they are counted. */
  entries?: string[];
  /** The function whose gradients they are, and the point: built from the solution here, from the student's own forward in the visible test. */
  of(functions: S, ...args: Args<S, K>): { f(point: number[]): number; at: number[] };
}

const RUNS = 25;

/**
 * Gradients that a student's code returns are those of central differences. Draws on which the solution's gradients
 * are not confirmed by the differences (near a kink, or too small) are drawn again.
 */
export function gradient<S, K extends Name<S>>(definition: Gradient<S, K>): Check {
  const claimed = (answer: Plain) => definition.claimed(answer as Result<S, K>);
  const slopesAt = (args: Plain[], reference: Functions): (() => Estimate)[] => {
    const { f, at } = definition.of(reference as S, ...(args as Args<S, K>));
    return at.map((_, i) => () => numericalDerivative((t) => f(at.map((x, j) => (j === i ? x + t : x)))));
  };
  return everyOutcome(
    { runs: RUNS, ...definition },
    {
      judgeable: (args, { reference }) => {
        const slopes = slopesAt(args, reference).map((slope) => slope());
        return confirmed(slopes, claimed(solve(reference, definition.call, args)));
      },
      judge: (outcome, args, { reference }) =>
        judgeGradient(
          outcome,
          solve(reference, definition.call, args),
          claimed,
          () => slopesAt(args, reference),
          definition.entries,
        ),
    },
  );
}

function judgeGradient(
  outcome: Outcome,
  answer: Plain,
  claimed: (answer: Plain) => number[],
  slopes: () => (() => Estimate)[],
  names: string[] = [],
): Finding | null {
  if (outcome.kind !== 'answer') return outcome;
  const wrongForm = fromDifference(compare(outcome.value, answer, anyNumber));
  if (wrongForm) return wrongForm;
  const [yours, truth] = [claimed(outcome.value), claimed(answer)];
  if (!compare(yours, truth)) return null;
  const entries = slopes().map((slope, i) => ({
    name: `∂/∂${names[i] ?? `x${i}`}`,
    yours: yours[i]!,
    truth: truth[i]!,
    numeric: () => slope().value,
  }));
  return {
    kind: 'failed',
    why: 'the gradient differs from the numeric one',
    gradient: gradientRows(entries),
  };
}
