import { Recorder } from '../diagnosis/recorder.ts';
import { Clock } from '../grading/clock.ts';
import { diagnosisOf } from '../grading/diagnosis-of.ts';
import { judge, type SeedOf } from '../grading/judge.ts';
import type { Prepared } from '../grading/prepare.ts';
import { replay } from '../grading/replay.ts';
import type { Verdicts } from '../grading/run-checks.ts';
import { Transcript } from '../grading/transcript.ts';
import type { Workbench } from '../grading/workbench.ts';
import type { Exercise } from '../model/exercise.ts';
import { requireOwnLimit, seedOf } from './ask.ts';
import { type Entrant, subjectOf } from './entrant.ts';
import type { Guests } from './in-sessions.ts';

export interface Graded {
  verdicts: Verdicts;
  /** The mistake that it is accused of. */
  named?: string;
  milliseconds: number;
}

/** What `grade` makes of a submission with one seed, but without the search for smaller inputs that fail. */
export async function graded(
  exercise: Exercise,
  modules: Entrant,
  seed: number,
  { session, again, variants }: Guests,
  workbench: Workbench,
): Promise<Graded> {
  const transcript = new Transcript(subjectOf(modules, exercise, session));
  const subject = new Recorder(transcript);
  const prepared: Prepared = { exercise, modules, transcript, subject };
  const seeds: SeedOf = (_, part) => seedOf(exercise, seed, part);
  const clock = new Clock();
  const [verdicts] = (await judge([prepared], seeds, clock, { brief: true })) as [Verdicts];
  await replay([prepared], [verdicts], again, seeds);
  for (const verdict of verdicts.values()) requireOwnLimit(verdict, exercise, seed);
  const milliseconds = clock.milliseconds()[exercise.id]!;
  const found = await diagnosisOf(prepared, verdicts, variants, workbench);
  return { verdicts, milliseconds, ...(found && { named: found.misconception }) };
}
