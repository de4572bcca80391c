import { readFileSync } from 'node:fs';
import { type Grading, grade } from '../grading/grade.ts';
import { IntakeError, readSubmission } from '../intake/index.ts';
import type { Course } from '../model/exercise.ts';
import type { Level, Report } from '../model/report.ts';
import type { Submission } from '../model/submission.ts';
import { packagePath } from '../package.ts';
import { reportJson } from '../report/index.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { openAt } from '../sandbox/open-at.ts';
import { type AttackedSandbox, openAttacked } from './attacked-sandbox.ts';
import type { Escaped, Parcel, Submitted } from './case.ts';
import { compose } from './compose.ts';
import { attackedIn, courseFor, exerciseOf, honestCourse, solved } from './course.ts';
import { writeEscapedGuest } from './escaped-guest.ts';
import { wrap } from './parcel.ts';
import type { Targets } from './targets.ts';

export interface Attack {
  one: Submitted | Escaped | Parcel;
  group: string;
  level: Level;
  targets: Targets;
  folder: string;
}

/** What an attack came to, as the grader sees it. */
export interface Attempt {
  outcome: { kind: 'report'; report: Report } | { kind: 'unreadable'; why: string };
  /** On the standard error of guests. */
  said: string;
  /** The report of an honest submission that was graded at the same time. */
  neighbour: string;
}

type Tools = Omit<Grading, 'sandbox'>;

export async function attempt(attack: Attack, tools: Tools): Promise<Attempt> {
  const sandbox = openFor(attack, tools.course);
  const beside = attack.one.kind === 'guest' ? openAt(attack.level) : sandbox;
  try {
    const [outcome, neighbour] = await Promise.all([
      gradeAttack(attack, { ...tools, sandbox }),
      honestReport({ ...tools, sandbox: beside }),
    ]);
    return { outcome, said: sandbox.said?.() ?? '', neighbour };
  } finally {
    sandbox.close();
    if (beside !== sandbox) beside.close();
  }
}

/** Of somebody who attacks nobody: the same bytes, whoever is graded beside. */
export async function honestReport(grading: Grading): Promise<string> {
  const course = honestCourse(grading.course);
  const report = await grade(solved('honest', course), { ...grading, course });
  return reportJson({ ...report, timings: {} });
}

function openFor(
  { one, group, level, targets, folder }: Attack,
  { limits }: Course,
): Sandbox & Partial<AttackedSandbox> {
  if (one.kind !== 'guest') return openAt(level, { limits, guests: 0 });
  const script = writeEscapedGuest(sourceOf(group, `${one.id}.mjs`), targets, folder);
  return openAttacked(level, limits, script, targets.token);
}

async function gradeAttack(attack: Attack, grading: Grading): Promise<Attempt['outcome']> {
  const course = courseFor(attack.one, grading.course);
  try {
    const report = await grade(await submissionOf(attack, { ...grading, course }), { ...grading, course });
    return { kind: 'report', report };
  } catch (error) {
    if (error instanceof IntakeError) return { kind: 'unreadable', why: error.message };
    throw error;
  }
}

async function submissionOf(attack: Attack, { course }: Grading): Promise<Submission> {
  const { one, group, folder, targets } = attack;
  const { id, solution } = exerciseOf(course, attackedIn(one));
  switch (one.kind) {
    case 'guest':
      return solved(one.id, course);
    case 'submission': {
      const text = compose(one.at, sourceOf(group, `${one.id}.ts`), solution, targets);
      return solved(one.id, course, { [id]: text });
    }
    case 'parcel':
      return readSubmission(wrap(one, course, folder, targets), course.exercises);
  }
}

function sourceOf(group: string, file: string): string {
  return readFileSync(packagePath('fixtures/hostile', group, file), 'utf8');
}
