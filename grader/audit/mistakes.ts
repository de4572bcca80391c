import { localSubject } from '../checks/local-subject.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { Recorder } from '../diagnosis/recorder.ts';
import { variantSource } from '../diagnosis/variant.ts';
import type { Exercise, Misconception } from '../model/exercise.ts';
import { earnsPoints } from '../model/verdict.ts';
import { verdictOf } from './ask.ts';
import { entrantOf, subjectOf } from './entrant.ts';
import type { Grader } from './grader.ts';
import { inSessions } from './in-sessions.ts';

/** What became of a misconception that was handed in. */
export interface Mistake {
  id: string;
  name: string;
  /** On so many of the seeds it lost points, and was called by its name. */
  caught: number;
  named: number;
  /** Other names that it was called by. */
  misnamed: string[];
}

export async function auditMistake(
  exercise: Exercise,
  misconception: Misconception,
  seeds: number[],
  grader: Grader,
): Promise<Mistake> {
  const { id, name } = misconception;
  const entrant = await entrantOf(exercise, variantSource(exercise, misconception));
  const mistake: Mistake = { id, name, caught: 0, named: 0, misnamed: [] };
  await inSessions(grader.sandbox, seeds, async (seed, session) => {
    const recorder = new Recorder(subjectOf(entrant, exercise, session));
    const lost = await ask(exercise, recorder, seed);
    if (lost) mistake.caught++;
    const found = lost ? await nameFor(exercise, recorder, grader) : undefined;
    if (found === name) mistake.named++;
    else if (found !== undefined) mistake.misnamed.push(found);
  });
  return mistake;
}

async function ask(exercise: Exercise, recorder: Recorder, seed: number): Promise<boolean> {
  let lost = false;
  for (const check of exercise.checks) {
    recorder.begin(check.id);
    if (!earnsPoints(await verdictOf(check, exercise, recorder, seed))) lost = true;
  }
  return lost;
}

async function nameFor(
  exercise: Exercise,
  { messages }: Recorder,
  { workbench, variants }: Grader,
): Promise<string | undefined> {
  const reference = localSubject(exercise.reference);
  const variantOf = workbench.variantsOf(exercise, variants);
  return (await diagnose(messages, exercise.misconceptions, reference, variantOf))?.misconception;
}
