import { type ZodError, z } from 'zod';
import {
  type ExerciseLimits,
  type Limits,
  limitsSchema,
  type OwnLimits,
  type SomeLimits,
} from '../model/limits.ts';

/** The limits of `solutions/course.ts`, with defaults where it is silent. @throws Error that says what is wrong in it */
export function courseLimits(given: SomeLimits): Limits {
  return valid(given, 'solutions/course.ts');
}

/** Those of one exercise, where its `checks.ts` sets its own. @throws Error that says what is wrong in it */
export function exerciseLimits(id: string, course: Limits, own: OwnLimits = {}): ExerciseLimits {
  const call = { ...course.call, ...own.call };
  const exercise = { ...course.exercise, ...own.exercise };
  return valid({ ...course, call, exercise }, `solutions/${id}/checks.ts`);
}

function valid(limits: SomeLimits, file: string): Limits {
  const { data, error } = limitsSchema.safeParse(limits);
  if (data) return data;
  throw new Error(`the limits of ${file} cannot hold:\n${z.prettifyError(error as ZodError)}`);
}
