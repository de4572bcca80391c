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

/** Half of what loading the grader takes; it goes on while the sandbox is opened. */
const policy = import('../policy/index.ts');

/** What a guest is to hold for one exercise, or why it cannot: policy, compilation. */
export async function compile(
  exercise: Exercise,
  submission: Submission,
  sandbox: Sandbox,
  workbench: Workbench,
): Promise<GuestModule[] | Verdict> {
  const { id, file } = exercise;
  const submitted = submission.files.get(id);
  if (!submitted) return { kind: 'not-implemented', what: `the file ${file}, which is missing` };
  if (submitted.kind === 'refused') return { kind: 'invalid-submission', why: submitted.why };
  const violations = (await policy).violations(submitted.text, exercise.policy);
  if (violations.length > 0) return { kind: 'forbidden', violations };
  const [transpiled, drivers] = await Promise.all([
    sandbox.transpile(submitted.text),
    workbench.driver(exercise, id),
  ]);
  if (transpiled.kind === 'refused') {
    const { why, line } = transpiled;
    return { kind: 'invalid-submission', why, ...(line !== undefined && { line }) };
  }
  return [...drivers, { id, role: 'submission', engine: exercise.policy.engine, code: transpiled.code }];
}

/** Loads what was compiled, so that it answers calls. */
export async function prepare(
  exercise: Exercise,
  compiled: GuestModule[] | Verdict,
  session: Session,
): Promise<Prepared> {
  if ('kind' in compiled) return { exercise, verdict: compiled };
  const house = houseOf(exercise);
  const loaded = await session.load(compiled, house);
  if (loaded.kind !== 'answer') return { exercise, verdict: whenLoading(loaded) };
  const transcript = new Transcript(session.subject(compiled, house));
  return { exercise, modules: compiled, subject: new Recorder(transcript), transcript };
}

function whenLoading(outcome: Exclude<Outcome, { kind: 'answer' }>): Verdict {
  if (outcome.kind !== 'threw') return outcome;
  return { kind: 'threw', error: outcome.error, message: `${outcome.message} (while the file was loaded)` };
}
