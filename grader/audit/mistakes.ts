import { variantSource } from '../diagnosis/variant.ts';
import type { Exercise, Misconception } from '../model/exercise.ts';
import { earnsPoints } from '../model/verdict.ts';
import { entrantOf } from './entrant.ts';
import { graded } from './graded.ts';
import type { Grader } from './grader.ts';
import { inSessions } from './in-sessions.ts';

/** What became of a misconception that was handed in. */
export interface Mistake {
  id: string;
  /** On so many of the seeds it lost points, and was called by its name. */
  caught: number;
  named: number;
  /** Other names that it was called by. */
  misnamed: string[];
  /** Checks that the grader could not run on it. */
  faults: string[];
}

/** A misconception is handed in as a submission, seed after seed. */
export async function auditMistake(
  exercise: Exercise,
  misconception: Misconception,
  seeds: number[],
  { sandbox, workbench }: Grader,
): Promise<Mistake> {
  const { id, name } = misconception;
  const entrant = await entrantOf(exercise, variantSource(exercise, misconception));
  const grades = await inSessions(sandbox, seeds, (seed, guests) =>
    graded(exercise, entrant, seed, guests, workbench),
  );
  const names = grades.map(({ named }) => named).filter((one) => one !== undefined);
  const verdicts = grades.flatMap((grade) => [...grade.verdicts]);
  return {
    id,
    caught: grades.filter((grade) => ![...grade.verdicts.values()].every(earnsPoints)).length,
    named: names.filter((one) => one === name).length,
    misnamed: [...new Set(names.filter((one) => one !== name))],
    faults: verdicts.flatMap(([check, verdict]) =>
      verdict.kind === 'grader-error' ? [`${check.id}: ${verdict.message}`] : [],
    ),
  };
}
