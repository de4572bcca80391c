import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { points } from '../../solutions/course.ts';
import { loadCourse } from '../course/find.ts';
import { type Report, reportSchema } from '../model/report.ts';
import type { SubmittedFile } from '../model/submission.ts';
import { reportDigest } from '../report/index.ts';
import { openSandbox, type Sandbox } from '../sandbox/index.ts';
import { grade } from './grade.ts';
import { checkSeed } from './seeds.ts';
import { Workbench } from './workbench.ts';

/** One without the engine, one with a driver, one with tensors. */
const THREE = ['02-activations', '07-scalar-engine', '12-rnn-cell'];
const whole = await loadCourse();
const course = { ...whole, exercises: whole.exercises.filter(({ id }) => THREE.includes(id)) };
const maxOf = (id: string) => points[id as keyof typeof points];
const MAX = THREE.reduce((sum, id) => sum + maxOf(id), 0);
let sandbox: Sandbox;
let workbench: Workbench;
beforeAll(async () => {
  sandbox = await openSandbox('strong');
  workbench = new Workbench(sandbox);
});
afterAll(() => sandbox.close());

const solutionOf = (id: string): SubmittedFile => ({
  kind: 'source',
  text: course.exercises.find((one) => one.id === id)!.solution,
});
const allRight = () => new Map(course.exercises.map(({ id }) => [id, solutionOf(id)]));

function gradeFiles(files: Map<string, SubmittedFile>, seed = 'seed'): Promise<Report> {
  return grade({ id: 'somebody', digest: 'd'.repeat(64), files }, { course, seed, sandbox, workbench });
}

/** The kinds of verdict that occur in an exercise. */
function kinds(report: Report, id: string): string[] {
  const { checks } = report.exercises.find((one) => one.id === id)!;
  return [...new Set(checks.map(({ verdict }) => verdict.kind))];
}

async function gradeWith(id: string, text: string): Promise<Report> {
  return gradeFiles(allRight().set(id, { kind: 'source', text }));
}

describe('a report', () => {
  test('is valid, lists every exercise, and adds up', async () => {
    const report = await gradeFiles(allRight());
    expect(() => reportSchema.parse(report)).not.toThrow();
    expect(report.exercises.map(({ id }) => id)).toEqual(course.exercises.map(({ id }) => id));
    expect([report.score, report.max]).toEqual([MAX, MAX]);
    expect(report.grader.sandbox).toMatch(/^[AB]$/);
  });

  test('is the same for the same seed, and draws other inputs for another', async () => {
    const files = allRight().set('02-activations', {
      kind: 'source',
      text: 'export const sigmoid = (z: number) => z;',
    });
    const [first, second, other] = [
      await gradeFiles(files),
      await gradeFiles(files),
      await gradeFiles(files, 'other'),
    ];
    expect(reportDigest(second)).toBe(reportDigest(first));
    const { timings: _, ...rest } = first;
    expect({ ...second, timings: undefined }).toEqual({ ...rest, timings: undefined });
    expect(reportDigest(other)).not.toBe(reportDigest(first));
  });

  test('depends on course seed, submission, exercise and check for each draw', () => {
    const seeds = [
      checkSeed('a', 'digest', '02', 'x'),
      checkSeed('b', 'digest', '02', 'x'),
      checkSeed('a', 'other', '02', 'x'),
      checkSeed('a', 'digest', '07', 'x'),
      checkSeed('a', 'digest', '02', 'y'),
    ];
    expect(new Set(seeds).size).toBe(seeds.length);
  });
});

describe('one exercise costs no points of another when it', () => {
  const stack =
    'export const softmax = (z: number[]): number[] => softmax(z); export const relu = (z: number) => Math.max(0, z);';
  test.each([
    ['does not compile', 'let x = ;', ['invalid-submission']],
    [
      'is missing a function',
      'export const relu = (z: number) => Math.max(0, z);',
      ['not-implemented', 'passed'],
    ],
    ['throws when it is loaded', 'throw new Error("no");', ['threw']],
    ['uses what is forbidden', 'export const tanh = Math.tanh;', ['forbidden']],
    ['hangs when it is loaded', 'while (true) {}', ['timeout']],
    ['overflows the stack', stack, ['not-implemented', 'threw', 'passed']],
    ['is empty', '', ['not-implemented']],
  ])('%s', async (_, text, expected) => {
    const report = await gradeWith('02-activations', text);
    expect(kinds(report, '02-activations').sort()).toEqual([...expected].sort());
    expect(report.exercises.filter(({ id }) => id !== '02-activations').map(({ score }) => score)).toEqual(
      THREE.slice(1).map(maxOf),
    );
  });

  test('hangs in every call: after three time-outs the rest is skipped', async () => {
    const report = await gradeWith('12-rnn-cell', 'export function rnnStep() { while (true) {} }');
    const verdicts = report.exercises[2]!.checks.map(({ verdict }) => verdict.kind);
    expect(verdicts.filter((kind) => kind === 'timeout').length).toBe(3);
    expect(new Set(verdicts)).toEqual(new Set(['timeout', 'skipped']));
    expect(report.score).toBe(MAX - maxOf('12-rnn-cell'));
  });

  test('is refused or absent', async () => {
    const files = allRight().set('07-scalar-engine', { kind: 'refused', why: 'it is a link' });
    files.delete('12-rnn-cell');
    const report = await gradeFiles(files);
    expect(kinds(report, '07-scalar-engine')).toEqual(['invalid-submission']);
    expect(kinds(report, '12-rnn-cell')).toEqual(['not-implemented']);
    expect(report.score).toBe(maxOf('02-activations'));
  });
});

test('a fault of the grader costs no points and asks for a review', async () => {
  const [first, ...others] = course.exercises[0]!.checks;
  const broken = { ...first!, run: () => Promise.reject(new Error('a bug of ours')) };
  const exercise = { ...course.exercises[0]!, checks: [broken, ...others] };
  const files = new Map([[exercise.id, solutionOf(exercise.id)]]);
  const submission = { id: 'somebody', digest: 'd'.repeat(64), files };
  const report = await grade(submission, {
    course: { ...course, exercises: [exercise] },
    seed: 's',
    sandbox,
    workbench,
  });
  expect(report.score).toBe(report.max);
  expect(report.exercises[0]!.checks[0]).toMatchObject({
    verdict: { kind: 'grader-error' },
    review: true,
    points: first!.points,
  });
});
