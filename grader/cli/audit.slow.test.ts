import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ExerciseAudit } from '../audit/index.ts';
import { packagePath } from '../package.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bin = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')).bin.gradschool as string;
const json = path.join(folder, 'audit.json');

function audit(exercise: string) {
  const options = ['--seeds', '1', '--journal', path.join(folder, 'journal'), '--json', json];
  const command = [packagePath(bin), 'audit', '--exercise', exercise, ...options];
  return spawnSync(process.execPath, command, { encoding: 'utf8' });
}

test('an audit prints a table, goes on where it stopped, and exits with 1 when something is not as it must be', () => {
  const first = audit('neuron');
  expect(first.stderr).toMatch(/^01-neuron: \d+ s\n$/);
  expect([first.status, first.stdout.split('\n').length]).toEqual([0, 3]);

  const again = audit('neuron');
  expect([again.status, again.stdout, again.stderr]).toEqual([0, first.stdout, '']);

  const [found] = JSON.parse(readFileSync(json, 'utf8')) as [ExerciseAudit];
  const [kept] = readdirSync(path.join(folder, 'journal'));
  const survivors = Array.from({ length: 9 }, (_, i) => `a planted one: ${i}`);
  writeFileSync(
    path.join(folder, 'journal', kept!),
    JSON.stringify({ ...found, mutants: { ...found.mutants, survivors } }),
  );
  const worse = audit('neuron');
  expect(worse.status).toBe(1);
  expect(worse.stderr).toContain('01-neuron: a mutant loses nothing: a planted one: 0\n');
});

test('an exercise that is not there is a usage error', () => {
  const { status, stderr } = audit('77');
  expect([status, stderr]).toEqual([2, expect.stringContaining("there is no exercise '77'")]);
});
