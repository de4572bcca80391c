import { localSubject } from '../checks/local-subject.ts';
import { cutStub, functionsToWrite } from '../course/cut-stub.ts';
import { load } from '../course/find.ts';
import type { Check, Exercise } from '../model/exercise.ts';
import { earnsPoints } from '../model/verdict.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { verdictOf } from './ask.ts';
import { entrantOf, subjectOf } from './entrant.ts';
import { inSessions } from './in-sessions.ts';
import { Questions } from './questions.ts';

/** Points that a stub with nothing, or with one function filled in, got for what it cannot do. */
export interface Undeserved {
  written: string;
  checks: string[];
}

/** The stub, and stubs with one function each: a check is earned only if all that it asks is written. */
export async function undeserved(exercise: Exercise, sandbox: Sandbox): Promise<Undeserved[]> {
  const askedBy = await functionsAskedBy(exercise);
  const functions = functionsToWrite(exercise.solution).filter((name) => !name.includes('.'));
  const found = await inSessions(sandbox, ['nothing', ...functions], async (written, session) => {
    const stub = cutStub(
      exercise.solution,
      (owner) => written !== 'nothing' && (owner === undefined || owner === written),
    );
    const subject = subjectOf(await entrantOf(exercise, stub), exercise, session);
    const checks: string[] = [];
    for (const check of exercise.checks) {
      const possible = askedBy.get(check)!.every((name) => name === written);
      if (!possible && earnsPoints(await verdictOf(check, exercise, subject, 1))) checks.push(check.id);
    }
    return { written, checks };
  });
  return found.filter(({ checks }) => checks.length > 0);
}

/** The exported functions that each check needs, as it asks the solution. */
async function functionsAskedBy(exercise: Exercise): Promise<Map<Check, string[]>> {
  const needs = await needsOfDriver(exercise);
  const asked = new Map<Check, string[]>();
  for (const check of exercise.checks) {
    const questions = new Questions(localSubject(exercise.reference));
    await verdictOf(check, exercise, questions, 1);
    asked.set(check, [...new Set(questions.names.flatMap((name) => needs[name] ?? [name]))]);
  }
  return asked;
}

/** A function of a driver asks the exports that it names. */
async function needsOfDriver({ id, driver }: Exercise): Promise<Record<string, string[]>> {
  if (driver === undefined) return {};
  return (await load<{ needs: Record<string, string[]> }>(id, 'driver')).needs;
}
