import { Recorder } from '../diagnosis/recorder.ts';
import type { Exercise } from '../model/exercise.ts';
import type { Outcome } from '../model/subject.ts';
import type { Submission } from '../model/submission.ts';
import type { Verdict } from '../model/verdict.ts';
import type { GuestModule, Sandbox, Session } from '../sandbox/index.ts';
import { houseOf } from './house.ts';
import { Transcript } from './transcript.ts';
import type { Workbench } from './workbench.ts';

/** A submission's answer to one exercise: ready to be asked, or with one verdict for all of its checks. */
export type Prepared = { exercise: Exercise } & (
  | { modules: GuestModule[]; subject: Recorder; transcript: Transcript }
  | { verdict: Verdict }
);

/** From a student's file to something that answers calls: policy, compilation, loading. */
export async function prepare(
  exercise: Exercise,
  submission: Submission,
  sandbox: Sandbox,
  session: Session,
  workbench: Workbench,
): Promise<Prepared> {
  const code = await compiled(exercise, submission, sandbox);
  if (typeof code !== 'string') return { exercise, verdict: code };
  const module: GuestModule = { id: exercise.id, role: 'submission', engine: exercise.policy.engine, code };
  const modules = [...(await workbench.driver(exercise, exercise.id)), module];
  const house = houseOf(exercise);
  const loaded = await session.load(modules, house);
  if (loaded.kind !== 'answer') return { exercise, verdict: whenLoading(loaded) };
  const transcript = new Transcript(session.subject(modules, house));
  return { exercise, modules, subject: new Recorder(transcript), transcript };
}

async function compiled(
  { id, file, policy }: Exercise,
  submission: Submission,
  sandbox: Sandbox,
): Promise<string | Verdict> {
  const submitted = submission.files.get(id);
  if (!submitted) return { kind: 'not-implemented', what: `the file ${file}, which is missing` };
  if (submitted.kind === 'refused') return { kind: 'invalid-submission', why: submitted.why };
  const { violations } = await import('../policy/index.ts');
  const found = violations(submitted.text, policy);
  if (found.length > 0) return { kind: 'forbidden', violations: found };
  const transpiled = await sandbox.transpile(submitted.text);
  if (transpiled.kind === 'code') return transpiled.code;
  const { why, line } = transpiled;
  return { kind: 'invalid-submission', why, ...(line !== undefined && { line }) };
}

function whenLoading(outcome: Exclude<Outcome, { kind: 'answer' }>): Verdict {
  if (outcome.kind !== 'threw') return outcome;
  return { kind: 'threw', error: outcome.error, message: `${outcome.message} (while the file was loaded)` };
}
