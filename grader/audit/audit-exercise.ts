import type { Exercise } from '../model/exercise.ts';
import { auditMutants } from './audit-mutants.ts';
import { auditFrauds } from './frauds.ts';
import type { Grader } from './grader.ts';
import type { Material } from './material.ts';
import { auditMistake } from './mistakes.ts';
import { undeserved } from './one-function.ts';
import type { ExerciseAudit } from './result.ts';
import { auditRightWork } from './right-work.ts';

/** Everything that is measured of one exercise. */
export async function auditExercise(
  exercise: Exercise,
  material: Material,
  count: number,
  grader: Grader,
): Promise<ExerciseAudit> {
  const seeds = Array.from({ length: count }, (_, i) => i + 1);
  const { sandbox } = grader;
  const right = [];
  for (const text of material.right) right.push(await auditRightWork(exercise, text, seeds, grader));
  const mistakes = [];
  for (const one of exercise.misconceptions) mistakes.push(await auditMistake(exercise, one, seeds, grader));
  return {
    id: exercise.id,
    seeds: count,
    right,
    mistakes,
    undeserved: await undeserved(exercise, material, sandbox),
    frauds: await auditFrauds(exercise, material.frauds, sandbox),
    mutants: await auditMutants(exercise, material.equivalents, sandbox),
  };
}
