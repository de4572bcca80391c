import type { Check } from '../model/exercise.ts';
import type { CheckReport, Diagnosis, ExerciseReport } from '../model/report.ts';
import { earnsPoints, needsReview, type Verdict } from '../model/verdict.ts';
import type { Prepared } from './prepare.ts';
import { UNSTEADY } from './redact.ts';
import type { Verdicts } from './run-checks.ts';

/** Verdicts and a diagnosis as points and words. */
export function exerciseReport(
  { exercise }: Prepared,
  verdicts: Verdicts,
  diagnosis: Diagnosis | undefined,
): ExerciseReport {
  const checks = exercise.checks.map((check) => checkReport(check, verdicts));
  return {
    id: exercise.id,
    title: exercise.title,
    score: total(checks.map(({ points }) => points)),
    max: total(checks.map(({ max }) => max)),
    ...(diagnosis && { diagnosis }),
    checks,
  };
}

function checkReport(check: Check, verdicts: Verdicts): CheckReport {
  const verdict = verdicts.get(check)!;
  const { id, name, visibility, points: max, hint } = check;
  return {
    id,
    name,
    visibility,
    points: earnsPoints(verdict) ? max : 0,
    max,
    verdict,
    ...(isHelpedByHint(verdict) && { hint }),
    ...(needsReview(verdict) && { review: true as const }),
  };
}

/**
 * A hint is for who tried, and answered something wrong: before that it only gives the answer away, and where an error or a
 * state between calls is the cause, it speaks of something else.
 */
function isHelpedByHint(verdict: Verdict): boolean {
  if (verdict.kind === 'failed') return !verdict.why.endsWith(UNSTEADY);
  return !['passed', 'not-implemented', 'invalid-submission', 'forbidden', 'threw'].includes(verdict.kind);
}

export function total(numbers: number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}
