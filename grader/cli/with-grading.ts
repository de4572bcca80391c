import type { Grading } from '../grading/grade.ts';
import type { Course } from '../model/exercise.ts';
import type { GradingOptions } from './options.ts';
import { UsageError } from './usage-error.ts';

/** The course, or the one exercise of it that was asked for. */
export async function chosenCourse({ exercise: wanted }: Pick<GradingOptions, 'exercise'>): Promise<Course> {
  const { loadCourse } = await import('../course/find.ts');
  const course = await loadCourse();
  if (wanted === undefined) return course;
  const exercises = course.exercises.filter(({ id }) => [id, id.slice(0, 2), id.slice(3)].includes(wanted));
  if (exercises.length > 0) return { ...course, exercises };
  const known = course.exercises.map(({ id }) => id).join(', ');
  throw new UsageError(`there is no exercise '${wanted}'. The course has ${known}.`);
}

/** A submission is asked in one guest, and then again in another. */
const GUESTS_PER_SUBMISSION = 2;

/** Opens what is needed to grade so many submissions, `workers` at a time, and closes it whatever happens. */
export async function withGrading<T>(
  course: Course,
  options: GradingOptions,
  { submissions, workers }: { submissions: number; workers: number },
  work: (grading: Grading) => Promise<T>,
): Promise<T> {
  const [{ openSandbox }, { Workbench }, { chooseSeed }] = await Promise.all([
    import('../sandbox/index.ts'),
    import('../grading/workbench.ts'),
    import('../grading/seeds.ts'),
  ]);
  const guests = GUESTS_PER_SUBMISSION * workers;
  const guestsInAll = GUESTS_PER_SUBMISSION * submissions;
  const sandbox = await openSandbox(options.sandbox, { limits: course.limits, guests, guestsInAll });
  try {
    return await work({ course, seed: chooseSeed(options.seed), sandbox, workbench: new Workbench(sandbox) });
  } finally {
    sandbox.close();
  }
}
