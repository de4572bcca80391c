import { localSubject } from '../checks/local-subject.ts';
import { cutStub, functionsToWrite } from '../course/cut-stub.ts';
import type { Check, Exercise } from '../model/exercise.ts';
import { earnsPoints } from '../model/verdict.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { FEW, verdictOf } from './ask.ts';
import { entrantOf, subjectOf } from './entrant.ts';
import { inSessions } from './in-sessions.ts';
import type { Material } from './material.ts';
import { Questions } from './questions.ts';

/** Checks that a stub with nothing, or with one function or class filled in, passed though it cannot do what they ask. */
export interface Undeserved {
  written: string;
  checks: string[];
}

const NOTHING = 'nothing';

/** The stub earns nothing. With one export written it earns only checks that ask that one and no other. */
export async function undeserved(
  exercise: Exercise,
  { stub, needs }: Pick<Material, 'stub' | 'needs'>,
  sandbox: Sandbox,
): Promise<Undeserved[]> {
  const asked = await exportsAskedBy(exercise, needs);
  const found = await inSessions(sandbox, [NOTHING, ...unitsOf(exercise)], async (written, { session }) => {
    const text = written === NOTHING ? stub : withOnly(written, exercise);
    const subject = subjectOf(await entrantOf(exercise, text), exercise, session);
    const checks = new Set<string>();
    for (const check of exercise.checks) {
      const names = asked.get(check)!;
      const possible = names.length > 0 && names.every((name) => name === written);
      for (const seed of possible ? [] : FEW)
        if (earnsPoints(await verdictOf(check, exercise, subject, seed))) checks.add(check.id);
    }
    return { written, checks: [...checks] };
  });
  return found.filter(({ checks }) => checks.length > 0);
}

/** What can be written by itself: functions, and classes as a whole. */
function unitsOf({ solution }: Exercise): string[] {
  return [...new Set(functionsToWrite(solution).map(unitOf))];
}

/** `Value.backward` → `Value` */
function unitOf(owner: string): string {
  return owner.split('.')[0]!;
}

/** What belongs to no function, such as helpers, is there too. */
function withOnly(written: string, { solution }: Exercise): string {
  return cutStub(solution, (owner) => owner === undefined || unitOf(owner) === written);
}

/** The exports that each check makes use of, as it asks the solution. */
async function exportsAskedBy(exercise: Exercise, needs: Material['needs']): Promise<Map<Check, string[]>> {
  const asked = new Map<Check, string[]>();
  for (const check of exercise.checks) {
    const questions = new Questions(localSubject(exercise.reference));
    await verdictOf(check, exercise, questions, 1);
    asked.set(check, [...new Set(questions.names.flatMap((name) => needs[name] ?? [name]))]);
  }
  return asked;
}
