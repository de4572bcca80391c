import { createHash } from 'node:crypto';
import type { Course, Exercise } from '../model/exercise.ts';
import type { Submission } from '../model/submission.ts';
import type { Case } from './case.ts';
import { limitsFor } from './limits-for.ts';

/** What honest students hand in beside the attackers. */
const HONEST = '02-activations';
const OTHER = '12-rnn-cell';

export function attackedIn(one: Case): string {
  return 'exercise' in one ? one.exercise : HONEST;
}

/**
 * The attacked exercise, and a few checks of another that must come to no harm; but a guest that was replaced harms
 * all.
 */
export function courseFor(one: Case, course: Course): Course {
  const attacked = exerciseOf(course, attackedIn(one));
  const limited = { ...attacked, limits: limitsFor(one, attacked.limits) };
  const other = exerciseOf(course, attacked.id === HONEST ? OTHER : HONEST);
  const few = { ...other, checks: other.checks.filter(({ visibility }) => visibility === 'visible') };
  return { ...course, exercises: [limited, ...(one.kind === 'guest' ? [] : [few])] };
}

export function honestCourse(course: Course): Course {
  return { ...course, exercises: [exerciseOf(course, HONEST)] };
}

export function exerciseOf({ exercises }: Course, id: string): Exercise {
  const found = exercises.find((exercise) => exercise.id === id);
  if (!found) throw new Error(`a case attacks the exercise ${id}, which the course does not have`);
  return found;
}

/** Every exercise of the course solved, but for the files that are given. */
export function solved(id: string, { exercises }: Course, files: Record<string, string> = {}): Submission {
  const sources = exercises.map(({ id: exercise, solution }) => {
    return [exercise, { kind: 'source', text: files[exercise] ?? solution }] as const;
  });
  return { id, digest: createHash('sha256').update(id).digest('hex'), files: new Map(sources) };
}
