import { checkSeed } from '../grading/seeds.ts';
import type { Check, Exercise } from '../model/exercise.ts';
import type { Subject } from '../model/subject.ts';
import { earnsPoints, type Verdict } from '../model/verdict.ts';

const NOBODY = '0'.repeat(64);

/** Seeds for whatever is not asked with all: stubs, frauds, mutants. */
export const FEW = [1, 2, 3];

export function seedOf(exercise: Exercise, seed: number, part: string): number {
  return checkSeed(`seed ${seed}`, NOBODY, exercise.id, part);
}

/**
 * The verdict of one check, without the search for a smaller input.
 *
 * @throws when the check itself does something wrong, or when time ran out that others have used up
 */
export async function verdictOf(
  check: Check,
  exercise: Exercise,
  subject: Subject,
  seed: number,
): Promise<Verdict> {
  const { reference } = exercise;
  const context = { subject, reference, seed: seedOf(exercise, seed, check.id), brief: true };
  const verdict = await check.run(context).catch((error: Error) => {
    throw new Error(`${exercise.id}, check '${check.id}', seed ${seed}: ${error.message}`);
  });
  requireOwnLimit(verdict, exercise, seed);
  return verdict;
}

/** @throws when time ran out that others have used up */
export function requireOwnLimit(verdict: Verdict, { id }: Exercise, seed: number): void {
  if (verdict.kind === 'timeout' && verdict.of !== undefined)
    throw new Error(
      `${id}, seed ${seed}: the time of the whole ${verdict.of} is used up, so this says nothing`,
    );
}

/** The checks that are earned, visible ones asked first, as in a grade. */
export async function earnedChecks(exercise: Exercise, subject: Subject, seed: number): Promise<Check[]> {
  const earned: Check[] = [];
  for (const check of inOrder(exercise))
    if (earnsPoints(await verdictOf(check, exercise, subject, seed))) earned.push(check);
  return earned;
}

/** Whether any check is lost; the first one ends the search. */
export async function losesPoints(exercise: Exercise, subject: Subject, seed: number): Promise<boolean> {
  for (const check of inOrder(exercise))
    if (!earnsPoints(await verdictOf(check, exercise, subject, seed))) return true;
  return false;
}

function inOrder({ checks }: Exercise): Check[] {
  return ['visible', 'hidden'].flatMap((visibility) =>
    checks.filter((check) => check.visibility === visibility),
  );
}
