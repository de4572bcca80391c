import { checkSeed } from '../grading/seeds.ts';
import type { Check, Exercise } from '../model/exercise.ts';
import type { Subject } from '../model/subject.ts';
import { earnsPoints, type Verdict } from '../model/verdict.ts';

const NOBODY = '0'.repeat(64);

export function seedOf(exercise: Exercise, seed: number, part: string): number {
  return checkSeed(`seed ${seed}`, NOBODY, exercise.id, part);
}

/** The verdict of one check, without the search for a smaller input. What the checks themselves do wrong is thrown. */
export function verdictOf(
  check: Check,
  exercise: Exercise,
  subject: Subject,
  seed: number,
): Promise<Verdict> {
  const context = {
    subject,
    reference: exercise.reference,
    seed: seedOf(exercise, seed, check.id),
    brief: true,
  };
  return check.run(context);
}

/** The checks that were lost, visible ones asked first, as in a grade. */
export async function lostChecks(exercise: Exercise, subject: Subject, seed: number): Promise<Check[]> {
  const lost: Check[] = [];
  for (const check of inOrder(exercise))
    if (!earnsPoints(await verdictOf(check, exercise, subject, seed))) lost.push(check);
  return lost;
}

/** Whether any check is lost; the first one ends the search. */
export async function losesPoints(exercise: Exercise, subject: Subject, seed: number): Promise<boolean> {
  for (const check of inOrder(exercise))
    if (!earnsPoints(await verdictOf(check, exercise, subject, seed))) return true;
  return false;
}

export function pointsOf(checks: Check[]): number {
  return checks.reduce((sum, { points }) => sum + points, 0);
}

function inOrder({ checks }: Exercise): Check[] {
  return ['visible', 'hidden'].flatMap((visibility) =>
    checks.filter((check) => check.visibility === visibility),
  );
}
