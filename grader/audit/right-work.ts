import { compile } from '../grading/prepare.ts';
import type { Exercise } from '../model/exercise.ts';
import type { GuestModule } from '../sandbox/index.ts';
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
    losses: grades.flatMap((grade, i) => lossOf(grade, seeds[i]!)),
    milliseconds: grades.map(({ milliseconds }) => milliseconds),
  };
}

function lossOf({ verdicts, named }: Graded, seed: number): Loss[] {
  const checks = [...verdicts]
    .filter(([, { kind }]) => kind !== 'passed')
    .map(([{ id }, verdict]) => ({
      id,
      verdict: verdict.kind === 'grader-error' ? verdict.message : verdict.kind,
    }));
  return checks.length === 0 ? [] : [{ seed, checks, ...(named !== undefined && { accused: named }) }];
}
