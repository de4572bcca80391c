import type { Exercise } from '../model/exercise.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { losesPoints } from './ask.ts';
import { entrantOf, subjectOf } from './entrant.ts';
import { inSessions } from './in-sessions.ts';
import type { Mutant } from './mutants.ts';

/** So many seeds to be caught on. */
const SEEDS = [1, 2, 3];

/** The mutants that lose no point on any of three seeds. */
export async function survivors(exercise: Exercise, mutants: Mutant[], sandbox: Sandbox): Promise<Mutant[]> {
  const survived = await inSessions(sandbox, mutants, async (mutant, session) => {
    const subject = subjectOf(await entrantOf(exercise, mutant.text), exercise, session);
    for (const seed of SEEDS) if (await losesPoints(exercise, subject, seed)) return false;
    return true;
  });
  return mutants.filter((_, i) => survived[i]);
}
