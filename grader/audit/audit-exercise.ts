import { existsSync } from 'node:fs';
import { load } from '../course/find.ts';
import type { Exercise } from '../model/exercise.ts';
import { packagePath } from '../package.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { lostChecks, pointsOf } from './ask.ts';
import { subjectOf } from './entrant.ts';
import { type Equivalent, unequal } from './equivalents.ts';
import { frauds } from './frauds.ts';
import type { Grader } from './grader.ts';
import { inSessions } from './in-sessions.ts';
import { auditMistake } from './mistakes.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { undeserved } from './one-function.ts';
import type { ExerciseAudit } from './result.ts';
import { auditRightWork, rightTexts } from './right-work.ts';
import { survivors } from './survivors.ts';
import { typed } from './twins.ts';

/** A call that takes longer than a hundred times what the slowest of a solution takes is one that never ends. */
const PATIENCE = { processorSeconds: 2, wallSeconds: 10 };

/** Everything that is measured of one exercise. */
export async function auditExercise(
  whole: Exercise,
  count: number,
  { sandbox, workbench }: Omit<Grader, 'variants'>,
): Promise<ExerciseAudit> {
  const exercise = { ...whole, limits: { ...whole.limits, call: { ...whole.limits.call, ...PATIENCE } } };
  const seeds = Array.from({ length: count }, (_, i) => i + 1);
  const withVariants = async <T>(work: (grader: Grader) => Promise<T>): Promise<T> => {
    const variants = sandbox.open();
    try {
      return await work({ sandbox, workbench, variants });
    } finally {
      variants.close();
    }
  };
  const right = [];
  for (const text of rightTexts(exercise))
    right.push(await withVariants((grader) => auditRightWork(exercise, text, seeds, grader)));
  const mistakes = [];
  for (const one of exercise.misconceptions)
    mistakes.push(await withVariants((grader) => auditMistake(exercise, one, seeds, grader)));
  const shares = await auditFrauds(exercise, sandbox);
  const unearned = await undeserved(exercise, sandbox);
  const mutants = await auditMutants(exercise, sandbox);
  return { id: exercise.id, seeds: count, right, mistakes, undeserved: unearned, frauds: shares, mutants };
}

async function auditFrauds(exercise: Exercise, sandbox: Sandbox): Promise<ExerciseAudit['frauds']> {
  const rows = await inSessions(
    sandbox,
    Object.entries(await frauds(exercise)),
    async ([name, entrant], session) => {
      const lost = await lostChecks(exercise, subjectOf(entrant, exercise, session), 1);
      const max = pointsOf(exercise.checks);
      return [name, Math.round((100 * (max - pointsOf(lost))) / max)] as const;
    },
  );
  return Object.fromEntries(rows) as ExerciseAudit['frauds'];
}

async function auditMutants(exercise: Exercise, sandbox: Sandbox): Promise<ExerciseAudit['mutants']> {
  const { id, file } = exercise;
  const all = mutantsOf(typed(packagePath('solutions', id, file)));
  const known = await equivalentsOf(id);
  const survived = await survivors(exercise, all, sandbox);
  const isKnown = ({ name }: Mutant) => known.some(({ mutant }) => mutant === name);
  const equal = survived.filter(isKnown);
  const different = await unequal(exercise, equal, sandbox);
  return {
    total: all.length,
    equivalent: equal.length,
    survivors: survived.filter((mutant) => !isKnown(mutant)).map(({ name }) => name),
    faults: [
      ...known
        .filter(({ mutant }) => !survived.some(({ name }) => name === mutant))
        .map(({ mutant }) => `there is no such survivor: ${mutant}`),
      ...different.map(({ name }) => `answers otherwise than the solution: ${name}`),
    ],
  };
}

async function equivalentsOf(id: string): Promise<Equivalent[]> {
  if (!existsSync(packagePath('solutions', id, 'equivalents.ts'))) return [];
  return (await load<{ equivalents: Equivalent[] }>(id, 'equivalents')).equivalents;
}
