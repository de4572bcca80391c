import type { Exercise } from '../model/exercise.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { FEW, losesPoints } from './ask.ts';
import { handIn, subjectOf } from './entrant.ts';
import { inSessions } from './in-sessions.ts';
import type { Mutant } from './mutants.ts';
import { impatient } from './patience.ts';

/** The mutants that lose no point on any of three seeds. */
export async function survivors(whole: Exercise, mutants: Mutant[], sandbox: Sandbox): Promise<Mutant[]> {
  const exercise = await impatient(whole, sandbox);
  const caught = await inSessions(sandbox, mutants, async ({ name, code }, { session }) => {
    const subject = subjectOf(await handIn(exercise, code), exercise, session);
    try {
      for (const seed of FEW) if (await losesPoints(exercise, subject, seed)) return true;
    } catch (error) {
      throw new Error(`${(error as Error).message}. That was of the mutant ${name}`);
    }
    return false;
  });
  return mutants.filter((_, i) => !caught[i]);
}
