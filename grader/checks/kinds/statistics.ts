import type { Check } from '../../model/exercise.ts';
import type { Plain } from '../../model/plain.ts';
import { type Finding, fromDifference } from '../finding.ts';
import type { Args, CallClaim, Name, Result } from './claim.ts';
import { everyOutcome } from './every-draw.ts';

export interface Statistics<S, K extends Name<S>> extends CallClaim<S, K> {
  /** The random numbers in an answer: independent, and of one distribution. */
  sample(answer: Result<S, K>): number[];
  /** P(X ≤ x), for the numbers that these arguments ask for. */
  cdf(x: number, ...args: Args<S, K>): number;
}

const RUNS = 4;
/** A right answer fails so often; with 4 draws it is less than 1e-9 a grade. */
const FALSE_FAILURES = 1e-10;

/**
 * The numbers are drawn from the distribution that is asked for: the share of them up to any x is nowhere far from
 * P(X ≤ x).
 *
 * How far is too far is no rule of thumb: whatever the distribution, n independent numbers are further away than t with
 * a probability of at most 2 exp(−2nt²) (Massart, The tight constant in the Dvoretzky–Kiefer–Wolfowitz inequality, 1990).
 */
export function statistics<S, K extends Name<S>>(definition: Statistics<S, K>): Check {
  return everyOutcome(
    { runs: RUNS, ...definition },
    {
      judge: (outcome, args) => {
        if (outcome.kind !== 'answer') return outcome;
        const numbers = sampleOf(definition.sample(outcome.value as Result<S, K>));
        if (numbers === undefined) return { kind: 'failed', why: 'no numbers came that could be counted' };
        const cdf = (x: number) => definition.cdf(x, ...(args as Args<S, K>));
        return judgeSample(numbers, cdf);
      },
    },
  );
}

function sampleOf(numbers: Plain): number[] | undefined {
  const usable = Array.isArray(numbers) && numbers.length > 0 && numbers.every((x) => Number.isFinite(x));
  return usable ? (numbers as number[]).toSorted((a, b) => a - b) : undefined;
}

/** What can never come, or the place at which the two shares are furthest apart. */
function judgeSample(sorted: number[], cdf: (x: number) => number): Finding | null {
  const impossible = sorted.find((x) => cdf(x + rounding(x)) <= 0 || cdf(x - rounding(x)) >= 1);
  if (impossible !== undefined) return told(`${impossible} came, which is never drawn`, 0, 1 / sorted.length);
  const gaps = sharesOf(sorted, cdf);
  const off = ({ share, due }: Share) => Math.abs(share - due);
  const worst = gaps.reduce((a, b) => (off(b) > off(a) ? b : a));
  const allowed = Math.sqrt(Math.log(2 / FALSE_FAILURES) / (2 * sorted.length));
  if (off(worst) <= allowed) return null;
  const { x, side, share, due } = worst;
  const words = `of ${sorted.length} numbers ${percent(share)} are ${side} ${x.toPrecision(4)}, expected about ${percent(due)}`;
  return told(words, due, share);
}

interface Share {
  x: number;
  side: '<' | '≤';
  share: number;
  due: number;
}

/** The shares of a sample below and up to each of its numbers, which is where they are furthest from what is due. */
function sharesOf(sorted: number[], cdf: (x: number) => number): Share[] {
  return sorted.flatMap((x, i): Share[] => [
    ...(x === sorted[i - 1]
      ? []
      : [{ x, side: '<' as const, share: i / sorted.length, due: cdf(x - rounding(x)) }]),
    ...(x === sorted[i + 1]
      ? []
      : [{ x, side: '≤' as const, share: (i + 1) / sorted.length, due: cdf(x + rounding(x)) }]),
  ]);
}

/** Two ways to compute one number may differ by so much. */
function rounding(x: number): number {
  return 1e-12 * Math.max(1, Math.abs(x));
}

function told(why: string, due: number, share: number): Finding | null {
  return fromDifference({ why, at: '', got: percent(share), expected: percent(due) });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
