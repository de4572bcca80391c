import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCourse } from './course/find.ts';
import { variantSource } from './diagnosis/variant.ts';
import { Workbench } from './grading/workbench.ts';
import type { Exercise } from './model/exercise.ts';
import type { ExerciseReport } from './model/report.ts';
import { packagePath } from './package.ts';
import { openSandbox, type Sandbox } from './sandbox/index.ts';
import { gradeManySeeds } from './testing/many-seeds.ts';

/** How accurate the grader is, measured: right work passes on every seed, wrong work loses points and is named. */
const SEEDS: Record<string, { right: number; wrong: number }> = {
  full: { right: 200, wrong: 50 },
  ci: { right: 20, wrong: 5 },
  quick: { right: 3, wrong: 2 },
};
const { right: SEEDS_OF_RIGHT_WORK, wrong: SEEDS_OF_MISTAKES } =
  SEEDS[process.env.AUDIT ?? 'quick'] ?? SEEDS.quick!;
/** The share of seeds on which a misconception must be named. */
const NAMED = 0.95;
/** What a table of the worked examples may earn at most, in percent. */
const LOOKUP_TABLE = 20;

const course = await loadCourse();
let sandbox: Sandbox;
let workbench: Workbench;
beforeAll(async () => {
  sandbox = await openSandbox('strong');
  workbench = new Workbench(sandbox);
});
afterAll(() => sandbox.close());

const gradeAll = (exercise: Exercise, text: string, seeds: number): Promise<ExerciseReport[]> =>
  gradeManySeeds(exercise, text, seeds, sandbox, workbench);

/** What is handed in wrong on purpose, or right in another way: fixtures/submissions/12-rnn-cell/right-….ts */
function fixtures(
  id: string,
  kind: 'right' | 'constants' | 'nan' | 'lookup-table',
): { name: string; text: string }[] {
  const folder = packagePath('fixtures', 'submissions', id);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(kind)) : [];
  return names.map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
}

const maxOf = ({ checks }: Exercise) => checks.reduce((sum, { points }) => sum + points, 0);

function lost(report: ExerciseReport): string[] {
  return report.checks
    .filter(({ verdict }) => verdict.kind !== 'passed')
    .map(({ id, verdict }) => `${id}: ${verdict.kind}`);
}

describe.each(course.exercises)('$id', (exercise) => {
  test(`the solution earns everything on ${SEEDS_OF_RIGHT_WORK} seeds`, async () => {
    const reports = await gradeAll(exercise, exercise.solution, SEEDS_OF_RIGHT_WORK);
    expect(reports.flatMap(lost)).toEqual([]);
  });

  test.for(fixtures(exercise.id, 'right'))(
    `$name earns everything on ${SEEDS_OF_RIGHT_WORK} seeds`,
    async ({ text }) => {
      const reports = await gradeAll(exercise, text, SEEDS_OF_RIGHT_WORK);
      expect(reports.flatMap(lost)).toEqual([]);
    },
  );

  test('the untouched stub earns nothing', async () => {
    const stub = readFileSync(packagePath('exercises', exercise.id, exercise.file), 'utf8');
    const [report] = (await gradeAll(exercise, stub, 1)) as [ExerciseReport];
    expect(new Set(report.checks.map(({ verdict }) => verdict.kind))).toEqual(new Set(['not-implemented']));
    expect(report.score).toBe(0);
  });

  test.each(['constants', 'nan'] as const)('%s earn only what they do not violate', async (kind) => {
    for (const { text } of fixtures(exercise.id, kind)) {
      const reports = await gradeAll(exercise, text, SEEDS_OF_MISTAKES);
      expect(Math.max(...reports.map(({ score }) => score))).toBeLessThanOrEqual(maxOf(exercise) / 10);
    }
  });

  test(`a table of the worked examples earns at most ${LOOKUP_TABLE} %`, async () => {
    for (const { text } of fixtures(exercise.id, 'lookup-table')) {
      const reports = await gradeAll(exercise, text, SEEDS_OF_MISTAKES);
      expect(Math.max(...reports.map(({ score }) => score))).toBeLessThanOrEqual(
        (LOOKUP_TABLE / 100) * maxOf(exercise),
      );
    }
  });

  test.each(exercise.misconceptions.map((one) => [one.name, one] as const))(
    `“%s” loses points on each of ${SEEDS_OF_MISTAKES} seeds and is named`,
    async (_, misconception) => {
      const reports = await gradeAll(exercise, variantSource(exercise, misconception), SEEDS_OF_MISTAKES);
      expect(Math.max(...reports.map(({ score }) => score))).toBeLessThan(maxOf(exercise));
      const names = reports.map(({ diagnosis }) => diagnosis?.misconception);
      const wrong = names.filter((name) => name !== undefined && name !== misconception.name);
      expect(wrong).toEqual([]);
      expect(
        names.filter((name) => name === misconception.name).length / names.length,
      ).toBeGreaterThanOrEqual(NAMED);
    },
  );
});
