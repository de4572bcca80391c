import type { CheckReport, ExerciseReport, Report } from '../../model/report.ts';
import { earnsPoints, needsReview, type Verdict } from '../../model/verdict.ts';

export function check(verdict: Verdict, more: Partial<CheckReport> = {}): CheckReport {
  const max = more.max ?? 10;
  return {
    id: 'check',
    name: 'a claim that holds',
    visibility: 'visible',
    points: earnsPoints(verdict) ? max : 0,
    max,
    verdict,
    ...(needsReview(verdict) && { review: true as const }),
    ...more,
  };
}

export function exercise(
  id: string,
  title: string,
  checks: CheckReport[],
  more: Partial<ExerciseReport> = {},
): ExerciseReport {
  const sum = (pick: (check: CheckReport) => number) =>
    checks.reduce((total, check) => total + pick(check), 0);
  return { id, title, score: sum(({ points }) => points), max: sum(({ max }) => max), checks, ...more };
}

export function report(id: string, exercises: ExerciseReport[]): Report {
  const sum = (key: 'score' | 'max') => exercises.reduce((total, exercise) => total + exercise[key], 0);
  return {
    schema: 'gradschool/report/v1',
    submission: { id, digest: 'a1'.repeat(32) },
    course: { digest: 'c0'.repeat(32) },
    grader: { version: '0.1.0', runtime: 'node v20.20.2', sandbox: 'A' },
    seed: 'demo',
    score: sum('score'),
    max: sum('max'),
    exercises,
    timings: { total: 812.5, 'sandbox start': 96 },
  };
}
