import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Course } from '../model/exercise.ts';
import type { Parcel } from './case.ts';
import { exerciseOf } from './course.ts';
import type { Targets } from './targets.ts';

/** Writes a submission that is right, and has it spoiled. @returns the path to be graded */
export function wrap(one: Parcel, course: Course, parent: string, targets: Targets): string {
  const folder = path.join(parent, 'submission');
  const fileOf = (id: string) => path.join(folder, 'exercises', id, exerciseOf(course, id).file);
  for (const { id, solution } of course.exercises) {
    mkdirSync(path.dirname(fileOf(id)), { recursive: true });
    writeFileSync(fileOf(id), solution);
  }
  const file = fileOf(one.exercise);
  const { solution: text } = exerciseOf(course, one.exercise);
  const handedIn = one.make({ folder, file, text, targets });
  return typeof handedIn === 'string' ? handedIn : folder;
}
