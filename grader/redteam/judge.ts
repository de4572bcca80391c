import type { ExerciseReport, Report } from '../model/report.ts';
import type { Case, Expected } from './case.ts';
import { attackedIn } from './course.ts';
import type { Result } from './lane.ts';
import { ORACLES, type Oracle } from './oracles.ts';

type Outcome = Result['outcome'];

/** How what got through differs from what is known to get through at this level. */
export function judgeOracles(tripped: Oracle[], known: Oracle[]): string[] {
  const happened = tripped.filter((oracle) => !known.includes(oracle)).map((oracle) => ORACLES[oracle]);
  const missing = known.filter((oracle) => !tripped.includes(oracle));
  return [...happened, ...missing.map((oracle) => `it is not true any more that ${ORACLES[oracle]}`)];
}

/** How an outcome differs from the expected one. */
export function judgeOutcome(one: Case, outcome: Outcome): string[] {
  const { expected } = one;
  if (outcome.kind === 'fault') return [`the grader failed: ${outcome.message}`];
  if (outcome.kind === 'kernel') return [];
  if (outcome.kind === 'unreadable') return judgeReason(expected, outcome.why);
  return judgeReport(outcome.report, attackedIn(one), expected);
}

function judgeReason(expected: Expected, why: string): string[] {
  const isExpected =
    typeof expected === 'object' && 'unreadable' in expected && why.includes(expected.unreadable);
  return isExpected ? [] : [`nothing was graded: ${why}`];
}

function judgeReport({ exercises }: Report, attacked: string, expected: Expected): string[] {
  return exercises.flatMap((exercise) =>
    judgeExercise(exercise, exercise.id === attacked ? expected : untouched),
  );
}

const untouched: Expected = 'as if nothing happened';

function judgeExercise({ id, checks, score, max }: ExerciseReport, expected: Expected): string[] {
  const kinds = [...new Set(checks.map(({ verdict }) => verdict.kind))].sort().join(', ');
  const wanted = wantedOf(expected, max);
  if (wanted.kinds === kinds && wanted.points === score) return [];
  const unlike = checks.map(({ verdict }) => verdict).find(({ kind }) => !wanted.kinds.includes(kind));
  const example = unlike ? ` (${JSON.stringify(unlike).slice(0, 200)})` : '';
  return [`${id}: ${kinds} and ${score} points instead of ${wanted.kinds} and ${wanted.points}${example}`];
}

function wantedOf(expected: Expected, max: number): { kinds: string; points: number } {
  if (expected === untouched) return { kinds: 'passed', points: max };
  if (typeof expected !== 'object' || !('verdicts' in expected)) return { kinds: 'no report', points: 0 };
  return { kinds: [...expected.verdicts].sort().join(', '), points: expected.points };
}
