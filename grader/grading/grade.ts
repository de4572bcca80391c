import { localSubject } from '../checks/local-subject.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Check, Course, Exercise } from '../model/exercise.ts';
import type { Diagnosis, Report } from '../model/report.ts';
import type { Submission } from '../model/submission.ts';
import { earnsPoints } from '../model/verdict.ts';
import { packageVersion } from '../package.ts';
import type { Sandbox, Session } from '../sandbox/index.ts';
import { Clock } from './clock.ts';
import { exerciseReport, total } from './exercise-report.ts';
import { type Prepared, prepare } from './prepare.ts';
import { replay } from './replay.ts';
import { runChecks, type Verdicts } from './run-checks.ts';
import { checkSeed } from './seeds.ts';
import type { Workbench } from './workbench.ts';

/** What grading one submission needs; all of it may be shared by many. */
export interface Grading {
  course: Course;
  seed: string;
  sandbox: Sandbox;
  workbench: Workbench;
}

/**
 * Grades one submission.
 *
 * All visible checks run before the first hidden one: what a guest says about a visible check is shown to the
 * student, and so it is said before the guest has seen a hidden input.
 */
export async function grade(submission: Submission, grading: Grading): Promise<Report> {
  const { course, seed, sandbox, workbench } = grading;
  const clock = new Clock();
  const seedOf = (exercise: Exercise, part: string) => checkSeed(seed, submission.digest, exercise.id, part);
  return inGuest(sandbox, async (session) => {
    const prepared = await clock.time('prepare', () =>
      inOrder(course.exercises, (exercise) => prepare(exercise, submission, sandbox, session, workbench)),
    );
    const verdicts = prepared.map((): Verdicts => new Map());
    for (const visibility of ['visible', 'hidden'] as const) {
      for (const [i, one] of prepared.entries()) {
        const seedOfCheck = ({ id }: Check) => seedOf(one.exercise, id);
        await clock.time(one.exercise.id, () => runChecks(one, visibility, verdicts[i]!, seedOfCheck));
      }
    }
    await clock.time('replay', () =>
      inGuest(sandbox, (fresh) =>
        inOrder(prepared, (one, i) => replay(one, verdicts[i]!, fresh, seedOf(one.exercise, 'replay'))),
      ),
    );
    const diagnoses = await clock.time('diagnosis', () =>
      inGuest(sandbox, (fresh) =>
        inOrder(prepared, (one, i) => diagnosisOf(one, verdicts[i]!, fresh, workbench)),
      ),
    );
    const exercises = prepared.map((one, i) => exerciseReport(one, verdicts[i]!, diagnoses[i]));
    return {
      schema: 'gradschool/report/v1',
      submission: { id: submission.id, digest: submission.digest },
      course: { digest: course.digest },
      grader: { version: packageVersion, runtime: `node ${process.versions.node}`, sandbox: sandbox.level },
      seed,
      score: total(exercises.map(({ score }) => score)),
      max: total(exercises.map(({ max }) => max)),
      exercises,
      timings: clock.milliseconds(),
    };
  });
}

/** In a guest of its own, which is started only when something is asked. */
async function inGuest<T>(sandbox: Sandbox, work: (session: Session) => Promise<T>): Promise<T> {
  const session = sandbox.open();
  try {
    return await work(session);
  } finally {
    session.close();
  }
}

/** What a submission answered is put to the misconceptions, where something failed. */
async function diagnosisOf(
  prepared: Prepared,
  verdicts: Verdicts,
  session: Session,
  workbench: Workbench,
): Promise<Diagnosis | undefined> {
  if ('verdict' in prepared || [...verdicts.values()].every(earnsPoints)) return undefined;
  const { exercise, subject } = prepared;
  return diagnose(
    subject.messages,
    exercise.misconceptions,
    localSubject(exercise.reference),
    workbench.variantsOf(exercise, session),
  );
}

async function inOrder<T, R>(items: T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const [index, item] of items.entries()) results.push(await work(item, index));
  return results;
}
