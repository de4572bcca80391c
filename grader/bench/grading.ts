import path from 'node:path';
import { findSubmissions, gradeClass } from '../class/index.ts';
import { loadCourse } from '../course/find.ts';
import { type Grading, grade } from '../grading/grade.ts';
import { Workbench } from '../grading/workbench.ts';
import { readSubmission } from '../intake/index.ts';
import type { Course } from '../model/exercise.ts';
import type { Level } from '../model/report.ts';
import { packagePath } from '../package.ts';
import { openAt } from '../sandbox/open-at.ts';
import { startPlainNode } from './plain-node.ts';
import { median, timed } from './samples.ts';
import type { Section } from './table.ts';

const TIMES = 7;
const WORKERS = 2;

/** One submission that is right in everything, and the sample class. */
export async function grading(level: Level): Promise<Section> {
  const course = await loadCourse();
  const first = await timed(() => withSandbox(level, course, right));
  const plainMs = median(await samples(startPlainNode));
  const again = await withSandbox(level, course, (all) => samples(() => timed(() => right(all))));
  const candidates = findSubmissions(packagePath('fixtures/class'));
  const batch = await timed(() =>
    withSandbox(level, course, (all) => gradeClass(candidates, all, WORKERS, () => {})),
  );
  return {
    title: `grading at level ${level}`,
    rows: [
      { what: 'a right submission, the sandbox new', here: `${first.toFixed(0)} ms` },
      { what: 'a right submission, in a batch', here: inPlain(median(again), plainMs) },
      {
        what: `the ${candidates.length} of the sample class, ${WORKERS} at a time`,
        here: `${(batch / 1000).toFixed(1)} s, ${((1000 * candidates.length) / batch).toFixed(1)} a second`,
      },
    ],
  };
}

async function right({ course, ...others }: Grading): Promise<void> {
  const report = await grade(await readSubmission(packagePath('solutions'), course.exercises), {
    course,
    ...others,
  });
  if (report.score < report.max) throw new Error(`${path.basename(packagePath('solutions'))} must be right`);
}

async function withSandbox<T>(
  level: Level,
  course: Course,
  work: (grading: Grading) => Promise<T>,
): Promise<T> {
  const sandbox = openAt(level);
  try {
    return await work({ course, seed: 'bench', sandbox, workbench: new Workbench(sandbox) });
  } finally {
    sandbox.close();
  }
}

async function samples(measure: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < TIMES; i++) all.push(await measure());
  return all;
}

function inPlain(ms: number, plainMs: number): string {
  return `${ms.toFixed(0)} ms, ${(ms / plainMs).toFixed(1)} starts of plain Node`;
}
