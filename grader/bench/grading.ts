import { findSubmissions, gradeClass } from '../class/index.ts';
import { chosenCourse, withGrading } from '../cli/with-grading.ts';
import { type Grading, grade } from '../grading/grade.ts';
import { readSubmission } from '../intake/index.ts';
import type { Level } from '../model/report.ts';
import { packagePath } from '../package.ts';
import { startPlainNode } from './plain-node.ts';
import { median, timed } from './samples.ts';
import type { Section } from './table.ts';

const TIMES = 7;
const WORKERS = 2;

const options = { sandbox: 'strong', seed: 'bench' } as const;

/** One submission that is right in everything, and the sample class, as the commands grade them. */
export async function grading(level: Level): Promise<Section> {
  const course = await chosenCourse({});
  const candidates = findSubmissions(packagePath('fixtures/class'));
  const first = await timed(() => withGrading(course, options, { submissions: 1, workers: 1 }, right));
  const plainMs = median(await samples(startPlainNode));
  const again = await withGrading(course, options, { submissions: TIMES, workers: 1 }, (all) =>
    samples(() => timed(() => right(all))),
  );
  const batch = await timed(() =>
    withGrading(course, options, { submissions: candidates.length, workers: WORKERS }, (all) =>
      gradeClass(candidates, all, WORKERS, () => {}),
    ),
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

async function right(grading: Grading): Promise<void> {
  const submission = await readSubmission(packagePath('solutions'), grading.course.exercises);
  const { score, max } = await grade(submission, grading);
  if (score < max) throw new Error(`the solutions have ${score} of ${max} points`);
}

async function samples(measure: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < TIMES; i++) all.push(await measure());
  return all;
}

function inPlain(ms: number, plainMs: number): string {
  return `${ms.toFixed(0)} ms, ${(ms / plainMs).toFixed(1)} starts of plain Node`;
}
