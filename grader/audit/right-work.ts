import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { localSubject } from '../checks/local-subject.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { Recorder } from '../diagnosis/recorder.ts';
import { Clock } from '../grading/clock.ts';
import { judge } from '../grading/judge.ts';
import type { Prepared } from '../grading/prepare.ts';
import { replay } from '../grading/replay.ts';
import { Transcript } from '../grading/transcript.ts';
import type { Exercise } from '../model/exercise.ts';
import { earnsPoints } from '../model/verdict.ts';
import { packagePath } from '../package.ts';
import type { Session } from '../sandbox/index.ts';
import { seedOf } from './ask.ts';
import { entrantOf, subjectOf } from './entrant.ts';
import type { Grader } from './grader.ts';
import { inSessions } from './in-sessions.ts';

/** A right submission, and what it lost on some seeds. */
export interface RightWork {
  name: string;
  /** By seed, where anything was lost: the checks, and the mistake that it was accused of. */
  losses: { seed: number; checks: string[]; accused?: string }[];
  /** What its checks took, by seed. */
  milliseconds: number[];
}

/** The solution, and right ones by another algorithm. */
export function rightTexts({ id, solution }: Exercise): { name: string; text: string }[] {
  const folder = packagePath('fixtures', 'submissions', id);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('right-')) : [];
  const others = names.map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
  return [{ name: 'solution', text: solution }, ...others];
}

/** Right work is graded as any other, calls made again included; it must lose nothing on any seed. */
export async function auditRightWork(
  exercise: Exercise,
  { name, text }: { name: string; text: string },
  seeds: number[],
  grader: Grader,
): Promise<RightWork> {
  const modules = await entrantOf(exercise, text);
  const again = grader.sandbox.open();
  const work: RightWork = { name, losses: [], milliseconds: [] };
  await inSessions(grader.sandbox, seeds, async (seed, session) => {
    const transcript = new Transcript(subjectOf(modules, exercise, session));
    const prepared: Prepared = { exercise, modules, transcript, subject: new Recorder(transcript) };
    const loss = await grade(prepared, seed, again, grader, work);
    if (loss) work.losses.push({ seed, ...loss });
  });
  again.close();
  return work;
}

async function grade(
  prepared: Exclude<Prepared, { verdict: unknown }>,
  seed: number,
  again: Session,
  { workbench, variants }: Grader,
  { milliseconds }: RightWork,
): Promise<{ checks: string[]; accused?: string } | undefined> {
  const { exercise, subject } = prepared;
  const seeds = (_: Exercise, part: string) => seedOf(exercise, seed, part);
  const clock = new Clock();
  const [verdicts] = await judge([prepared], seeds, clock);
  milliseconds.push(clock.milliseconds()[exercise.id]!);
  await replay([prepared], [verdicts!], again, seeds);
  const lost = exercise.checks.filter((check) => !earnsPoints(verdicts!.get(check)!));
  if (lost.length === 0) return undefined;
  const reference = localSubject(exercise.reference);
  const variantsHere = workbench.variantsOf(exercise, variants);
  const found = await diagnose(subject.messages, exercise.misconceptions, reference, variantsHere);
  return { checks: lost.map(({ id }) => id), ...(found && { accused: found.misconception }) };
}
