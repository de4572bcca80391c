import { houseOf } from '../grading/house.ts';
import type { Exercise } from '../model/exercise.ts';
import type { Subject } from '../model/subject.ts';
import type { GuestModule, Session } from '../sandbox/index.ts';
import { compile } from './compile.ts';

/** Code that the audit hands in: what a guest is to load, each under a name of its own. */
export type Entrant = GuestModule[];

let entrants = 0;

/** A submission, compiled, with the exercise's driver where it has one. */
export async function entrantOf(exercise: Exercise, source: string): Promise<Entrant> {
  return handIn(exercise, await compile(source));
}

/** The same for what is compiled already; `driven` is a driver other than the exercise's. */
export async function handIn({ id, driver }: Exercise, code: string, driven?: string): Promise<Entrant> {
  const module = { id: `${id}~${entrants++}`, engine: true };
  const before = driven ?? (driver === undefined ? undefined : await compile(driver));
  return [
    ...(before === undefined ? [] : [{ ...module, role: 'driver' as const, code: before }]),
    { ...module, role: 'submission', code },
  ];
}

/** One that answers in the place of submission and driver together. */
export function standIn({ id }: Exercise, code: string): Entrant {
  return [{ id: `${id}~${entrants++}`, engine: true, role: 'submission', code }];
}

export function subjectOf(entrant: Entrant, exercise: Exercise, session: Session): Subject {
  return session.subject(entrant, houseOf(exercise));
}
