import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packagePath } from '../package.ts';
import { type Examination, examine } from '../sandbox/index.ts';
import { canForbidNamespaces, withoutNamespaces } from './testing/without-namespaces.ts';

const gradschool = [process.execPath, packagePath('dist/grader/cli/main.js')];
const run = ([file, ...args]: string[]) => spawnSync(file!, args, { encoding: 'utf8' });

const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));
const submission = path.join(folder, 'class', 'ada');
mkdirSync(path.join(submission, '02-activations'), { recursive: true });
cpSync(
  packagePath('solutions/02-activations/activations.ts'),
  path.join(submission, '02-activations/activations.ts'),
);

const here = await examine();

test('doctor says which levels hold, and exits with 3 unless strong does', () => {
  const { stdout, status } = run([...gradschool, 'doctor']);
  expect(status).toBe(here.strong ? 0 : 3);
  for (const level of ['A', 'B', 'C'] as const)
    expect(stdout).toMatch(
      new RegExp(`^level ${level} .*: ${here.levels[level].holds ? 'holds' : 'does not'}`, 'm'),
    );
});

test('doctor --json says the same as data', () => {
  const { stdout } = run([...gradschool, 'doctor', '--json']);
  const { strong, basic, machine } = JSON.parse(stdout) as Examination;
  expect([strong, basic, machine.node]).toEqual([here.strong, here.basic, process.versions.node]);
});

describe.runIf(canForbidNamespaces)('where no jail holds', () => {
  const refused = (...args: string[]) => run(withoutNamespaces(...gradschool, ...args));

  test('doctor names what is wrong', () => {
    const { status, stdout } = refused('doctor');
    expect(status).toBe(3);
    expect(stdout).toMatch(/^level A .*does not hold\n.*namespace/m);
    expect(stdout).toContain('--sandbox strong, the default, grades nothing here.');
  });

  test.for([
    ['grade', submission],
    ['batch', path.dirname(submission), '--out', path.join(folder, 'out')],
  ])('%s refuses with 3 and says what to do', (args) => {
    const { status, stdout, stderr } = refused(...args);
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toContain('no sandbox holds on this machine');
    expect(stderr).toMatch(/level A: .*\n.*level B: /);
    expect(stderr).toContain('gradschool doctor says more');
  });

  test('--sandbox basic falls back to level C, or refuses on a Node that has none', () => {
    const report = path.join(folder, 'report.json');
    const { status, stderr } = refused('grade', submission, '--sandbox', 'basic', '--json', report);
    if (!here.levels.C.holds)
      return expect([status, stderr]).toEqual([3, expect.stringContaining('Node 24')]);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ grader: { sandbox: 'C' }, score: 100 });
  });
});
