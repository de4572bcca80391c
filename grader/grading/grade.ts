import { localSubject } from '../checks/local-subject.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Check, Course } from '../model/exercise.ts';
import type { Diagnosis, Report } from '../model/report.ts';
import type { Submission } from '../model/submission.ts';
import { earnsPoints } from '../model/verdict.ts';
import { packageVersion } from '../package.ts';
import type { Sandbox, Session } from '../sandbox/index.ts';
import { Clock } from './clock.ts';
import { exerciseReport, total } from './exercise-report.ts';
import { type Prepared, prepare } from './prepare.ts';
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
export async function grade(
  submission: Submission,
  { course, seed, sandbox, workbench }: Grading,
): Promise<Report> {
  const clock = new Clock();
  const session = sandbox.open();
  try {
    const prepared = await clock.time('prepare', () =>
      inOrder(course.exercises, (exercise) => prepare(exercise, submission, sandbox, session, workbench)),
    );
    const verdicts = prepared.map((): Verdicts => new Map());
    for (const visibility of ['visible', 'hidden'] as const) {
      for (const [i, one] of prepared.entries()) {
        const seedOf = (check: Check) => checkSeed(seed, submission.digest, one.exercise.id, check.id);
        await clock.time(one.exercise.id, () => runChecks(one, visibility, verdicts[i]!, seedOf));
      }
    }
    const diagnoses = await clock.time('diagnosis', () =>
      diagnoseAll(prepared, verdicts, sandbox, workbench),
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
  } finally {
    session.close();
  }
}

/** A second guest answers as the misconceptions would; it is started only when something failed. */
async function diagnoseAll(
  prepared: Prepared[],
  verdicts: Verdicts[],
  sandbox: Sandbox,
  workbench: Workbench,
): Promise<(Diagnosis | undefined)[]> {
  let session: Session | undefined;
  try {
    return await inOrder(prepared, async (one, i) => {
      const allPassed = [...verdicts[i]!.values()].every(earnsPoints);
      if (allPassed || 'verdict' in one) return undefined;
      session ??= sandbox.open();
      const { misconceptions, reference } = one.exercise;
      return diagnose(
        one.subject.messages,
        misconceptions,
        localSubject(reference),
        workbench.variantsOf(one.exercise, session),
      );
    });
  } finally {
    session?.close();
  }
}

async function inOrder<T, R>(items: T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const [index, item] of items.entries()) results.push(await work(item, index));
  return results;
}
