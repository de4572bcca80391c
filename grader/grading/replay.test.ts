import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCourse } from '../course/find.ts';
import type { CheckReport } from '../model/report.ts';
import { packagePath } from '../package.ts';
import { openSandbox, type Sandbox } from '../sandbox/index.ts';
import { grade } from './grade.ts';
import { UNSTEADY } from './redact.ts';
import { Workbench } from './workbench.ts';

const course = await loadCourse();
const activations = course.exercises.find(({ id }) => id === '02-activations')!;
let sandbox: Sandbox;
let workbench: Workbench;
beforeAll(async () => {
  sandbox = await openSandbox('strong');
  workbench = new Workbench(sandbox);
});
afterAll(() => sandbox.close());

async function checksOf(text: string): Promise<CheckReport[]> {
  const files = new Map([[activations.id, { kind: 'source' as const, text }]]);
  const report = await grade(
    { id: 'somebody', digest: 'd'.repeat(64), files },
    { course: { ...course, exercises: [activations] }, seed: 'seed', sandbox, workbench },
  );
  return report.exercises[0]!.checks;
}

const failed = (checks: CheckReport[]) =>
  checks.filter(({ verdict }) => verdict.kind !== 'passed').map(({ id }) => id);

/** The solution, with something that happens before each call of relu. */
function withRelu(body: string): string {
  const relu = 'return Math.max(0, z);';
  expect(activations.solution).toContain(relu);
  return activations.solution.replace(relu, body);
}

const OF_RELU = ['examples', 'relu'];

describe('what depends on the calls before is found out:', () => {
  test.for([
    ['a counter within the tolerance', 'let n = 0;', 'return (z > 0 ? z : 0) + ++n * 1e-13'],
    ['a mistake from the 50th call on', 'let n = 0;', 'return ++n < 50 && z > 0 ? z : 0;'],
    [
      'a cache with keys that are too coarse',
      'const known = new Map<number, number>();',
      'const key = Math.trunc(z); if (!known.has(key)) known.set(key, z); return Math.max(0, z) + known.get(key)! * 1e-13;',
    ],
    [
      'the call before',
      'let last = 0;',
      'const y = z > 0 ? z : 0; const x = last; last = z; return y + x * 1e-13;',
    ],
    ['a draw', '', 'return (z > 0 ? z : 0) + Math.random() * 1e-12;'],
  ])('%s', async ([, before, body]) => {
    const checks = await checksOf(`${before}\n${withRelu(body!)}`);
    expect(failed(checks)).toEqual(OF_RELU);
    const [visible, hidden] = OF_RELU.map((id) => checks.find((check) => check.id === id)!);
    expect(hidden!.verdict).toEqual({ kind: 'failed', why: UNSTEADY });
    expect(hidden!.points).toBe(0);
    expect(visible!.verdict).toMatchObject({ kind: 'failed', why: expect.stringContaining(UNSTEADY) });
  });

  test('of a visible check a call is told that shows it', async () => {
    const sigmoid = 'export function sigmoid(z: number): number {';
    const counting = activations.solution.replace('function sigmoid(', 'function exactSigmoid(');
    const checks = await checksOf(
      `${counting}\nlet n = 0;\n${sigmoid} return exactSigmoid(z) + ++n * 1e-13; }`,
    );
    const { verdict } = checks.find(({ id }) => id === 'sigmoid-symmetry')!;
    expect((verdict as { why: string }).why).toMatch(
      /^sigmoid\(.+\) gave .+ at first and .+ when it was asked again after other calls: the answer depends on /,
    );
  });
});

describe('what only looks like state is fine:', () => {
  test.for([
    [
      'a cache that gives what was computed',
      'const known = new Map<number, number>();',
      'const y = known.get(z) ?? (z > 0 ? z : 0); known.set(z, y); return y;',
    ],
    ['a counter that nobody reads', 'let n = 0;', 'n++; return z > 0 ? z : 0;'],
  ])('%s', async ([, before, body]) => {
    expect(failed(await checksOf(`${before}\n${withRelu(body!)}`))).toEqual([]);
  });

  test('values that are numbered by a counter of the module', async () => {
    const engine = course.exercises.find(({ id }) => id === '07-scalar-engine')!;
    const text = readFileSync(packagePath('fixtures/submissions', engine.id, 'right-numbered.ts'), 'utf8');
    const files = new Map([[engine.id, { kind: 'source' as const, text }]]);
    const only = { ...course, exercises: [engine] };
    const submission = { id: 'somebody', digest: 'd'.repeat(64), files };
    const report = await grade(submission, { course: only, seed: 's', sandbox, workbench });
    expect(report.score).toBe(report.max);
  });
});
