import { localSubject } from '../checks/local-subject.ts';
import { inLanes } from '../grading/in-lanes.ts';
import { compile } from '../grading/prepare.ts';
import type { Check, Exercise } from '../model/exercise.ts';
import type { GuestModule } from '../sandbox/index.ts';
import { verdictOf } from './ask.ts';
import { type Graded, graded } from './graded.ts';
import type { Grader } from './grader.ts';
import { inSessions } from './in-sessions.ts';
import type { Text } from './material.ts';

/** A right submission, and what it lost on some seeds. */
export interface RightWork {
  name: string;
  /** By seed, where a check did not pass: those checks, and the mistake that it was accused of. */
  losses: Loss[];
  /** What its checks took, by seed. */
  milliseconds: number[];
}

interface Loss {
  seed: number;
  checks: { id: string; verdict: string }[];
  accused?: string;
}

/**
 * Right work is graded as any other, policy and calls made again included. Every check must pass on every seed: points
 * for a check that the grader could not run are no proof of anything.
 */
export async function auditRightWork(
  exercise: Exercise,
  { name, text }: Text,
  seeds: number[],
  { sandbox, workbench }: Grader,
): Promise<RightWork> {
  const files = new Map([[exercise.id, { kind: 'source' as const, text }]]);
  const submission = { id: name, digest: '0'.repeat(64), files };
  const modules = await compile(exercise, submission, sandbox, workbench);
  if ('kind' in modules) {
    const checks = exercise.checks.map(({ id }) => ({ id, verdict: modules.kind }));
    return { name, losses: seeds.map((seed) => ({ seed, checks })), milliseconds: [] };
  }
  const grades = await inSessions(sandbox, seeds, (seed, guests) =>
    graded(exercise, modules as GuestModule[], seed, guests, workbench),
  );
  return {
    name,
    losses: (await inLanes(grades, 1, (grade, i) => lossOf(grade, exercise, seeds[i]!))).flat(),
    milliseconds: grades.map(({ milliseconds }) => milliseconds),
  };
}

async function lossOf({ verdicts, named }: Graded, exercise: Exercise, seed: number): Promise<Loss[]> {
  const lost = [...verdicts].filter(([, { kind }]) => kind !== 'passed');
  const checks = await inLanes(lost, 1, async ([check, { kind }]) => ({
    id: check.id,
    verdict: kind === 'grader-error' ? await faultOf(check, exercise, seed) : kind,
  }));
  return checks.length === 0 ? [] : [{ seed, checks, ...(named !== undefined && { accused: named }) }];
}

/** A student is told nothing of it, an author what went wrong. */
async function faultOf(check: Check, exercise: Exercise, seed: number): Promise<string> {
  const solution = localSubject(exercise.reference);
  const { kind } = await verdictOf(check, exercise, solution, seed).catch(({ message }) => ({
    kind: message,
  }));
  return kind;
}
