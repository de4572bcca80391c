import type { Grading } from '../grading/grade.ts';
import type { Course } from '../model/exercise.ts';
import type { GradingOptions } from './options.ts';
import { UsageError } from './usage-error.ts';

/** Opens what grading needs, and closes it whatever happens. */
export async function withGrading<T>(
  options: GradingOptions,
  work: (grading: Grading) => Promise<T>,
): Promise<T> {
  const [{ loadCourse }, { openSandbox }, { Workbench }, { chooseSeed }] = await Promise.all([
    import('../course/find.ts'),
    import('../sandbox/index.ts'),
    import('../grading/workbench.ts'),
    import('../grading/seeds.ts'),
  ]);
  const course = restrict(await loadCourse(), options.exercise);
  const sandbox = await openSandbox(options.sandbox);
  try {
    return await work({ course, seed: chooseSeed(options.seed), sandbox, workbench: new Workbench(sandbox) });
  } finally {
    sandbox.close();
  }
}

function restrict(course: Course, wanted: string | undefined): Course {
  if (wanted === undefined) return course;
  const exercises = course.exercises.filter(
    ({ id }) => id === wanted || id.slice(0, 2) === wanted || id.slice(3) === wanted,
  );
  if (exercises.length > 0) return { ...course, exercises };
  const known = course.exercises.map(({ id }) => id).join(', ');
  throw new UsageError(`there is no exercise '${wanted}'. The course has ${known}.`);
}
