import type { Course } from '../model/exercise.ts';
import type { Report } from '../model/report.ts';
import type { Submission } from '../model/submission.ts';
import { packageVersion } from '../package.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { Clock } from './clock.ts';
import { diagnosisOf } from './diagnosis-of.ts';
import { exerciseReport, total } from './exercise-report.ts';
import { inGuest } from './in-guest.ts';
import { inLanes } from './in-lanes.ts';
import { judge, type SeedOf } from './judge.ts';
import { compile, prepare } from './prepare.ts';
import { replay } from './replay.ts';
import { checkSeed } from './seeds.ts';
import type { Workbench } from './workbench.ts';

/** What grading one submission needs; all of it may be shared by many. */
export interface Grading {
  course: Course;
  seed: string;
  sandbox: Sandbox;
  workbench: Workbench;
}

/** So many files are compiled at a time. */
const COMPILERS = 2;

/** Grades one submission. */
export async function grade(submission: Submission, grading: Grading): Promise<Report> {
  const { course, seed, sandbox, workbench } = grading;
  const clock = new Clock();
  const seedOf: SeedOf = ({ id }, part) => checkSeed(seed, submission.digest, id, part);
  // one guest at a time: each may hold all the memory that a submission may use
  const { prepared, verdicts } = await inGuest(sandbox, async (session) => {
    const compiled = await clock.time('compile', () =>
      inLanes(course.exercises, COMPILERS, (exercise) => compile(exercise, submission, sandbox, workbench)),
    );
    const prepared = await clock.time('load', () =>
      inLanes(course.exercises, 1, (exercise, i) => prepare(exercise, compiled[i]!, session)),
    );
    return { prepared, verdicts: await judge(prepared, seedOf, clock) };
  });
  await clock.time('replay', () => inGuest(sandbox, (second) => replay(prepared, verdicts, second, seedOf)));
  const diagnoses = await clock.time('diagnosis', () =>
    inGuest(sandbox, (third) =>
      inLanes(prepared, 1, (one, i) => diagnosisOf(one, verdicts[i]!, third, workbench)),
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
}
