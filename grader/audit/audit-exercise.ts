import { inLanes } from '../grading/in-lanes.ts';
import type { Exercise } from '../model/exercise.ts';
import { auditMutants } from './audit-mutants.ts';
import { auditFrauds, NO_LOOT } from './frauds.ts';
import type { Grader } from './grader.ts';
import type { Material } from './material.ts';
import { auditMistake } from './mistakes.ts';
import { undeserved } from './one-function.ts';
import type { ExerciseAudit } from './result.ts';
import { auditRightWork } from './right-work.ts';

type Part = Exclude<keyof ExerciseAudit, 'id' | 'seeds'>;
type Audit<P extends Part> = (
  exercise: Exercise,
  material: Material,
  grader: Grader,
  seeds: number[],
) => Promise<ExerciseAudit[P]>;

/** What is measured of an exercise. Only right work and mistakes are graded with all seeds. */
export const PARTS: { [P in Part]: Audit<P> } = {
  right: (exercise, { right }, grader, seeds) =>
    inLanes(right, 1, (text) => auditRightWork(exercise, text, seeds, grader)),
  mistakes: (exercise, _, grader, seeds) =>
    inLanes(exercise.misconceptions, 1, (one) => auditMistake(exercise, one, seeds, grader)),
  undeserved: (exercise, material, { sandbox }) => undeserved(exercise, material, sandbox),
  frauds: (exercise, { frauds }, { sandbox }) => auditFrauds(exercise, frauds, sandbox),
  mutants: (exercise, { equivalents }, { sandbox }) => auditMutants(exercise, equivalents, sandbox),
};

/** What is found where nothing is looked for. */
export const NOTHING_FOUND: Pick<ExerciseAudit, Part> = {
  right: [],
  mistakes: [],
  undeserved: [],
  frauds: { constants: NO_LOOT, nan: NO_LOOT, 'lookup-table': NO_LOOT },
  mutants: { total: 0, equivalent: 0, survivors: [], faults: [] },
};

/** All of it; but where the solution itself does not pass, nothing else can be judged. */
export async function auditExercise(
  exercise: Exercise,
  material: Material,
  count: number,
  grader: Grader,
): Promise<ExerciseAudit> {
  const { id } = exercise;
  const seeds = Array.from({ length: count }, (_, i) => i + 1);
  const right = await PARTS.right(exercise, material, grader, seeds);
  const found: ExerciseAudit = { id, seeds: count, ...NOTHING_FOUND, right };
  if (right[0]!.losses.length > 0) return found;
  return {
    ...found,
    mistakes: await PARTS.mistakes(exercise, material, grader, seeds),
    undeserved: await PARTS.undeserved(exercise, material, grader, seeds),
    frauds: await PARTS.frauds(exercise, material, grader, seeds),
    mutants: await PARTS.mutants(exercise, material, grader, seeds),
  };
}
