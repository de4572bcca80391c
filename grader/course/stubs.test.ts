import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packagePath } from '../package.ts';
import { loadCourse } from './find.ts';
import { generateExercises, outdated } from './stubs.ts';

const course = await loadCourse();
const files = generateExercises(course);

test('exercises/ is what the solutions say', () => {
  expect(outdated(files)).toEqual([]);
});

test('a file that differs or is missing is found', () => {
  const changed = new Map([
    ...files,
    ['exercises/02-activations/activations.ts', 'changed'],
    ['exercises/nowhere.ts', ''],
  ]);
  expect(outdated(changed)).toEqual(['exercises/02-activations/activations.ts', 'exercises/nowhere.ts']);
});

test('every exercise has a statement that begins with its number and title', () => {
  for (const { id, title } of course.exercises) {
    expect(readFileSync(packagePath('exercises', id, 'README.md'), 'utf8')).toMatch(
      `# ${id.slice(0, 2)} · ${title}\n`,
    );
  }
});

test('no stub and no visible test holds a line of a solution region', () => {
  for (const { id, file, solution } of course.exercises) {
    const regions = solution
      .split('// BEGIN SOLUTION')
      .slice(1)
      .map((rest) => rest.split('// END SOLUTION')[0]!);
    const lines = regions
      .flatMap((region) => region.split('\n'))
      .map((line) => line.trim())
      .filter((line) => line.length > 12);
    const stub = files.get(`exercises/${id}/${file}`)!;
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => stub.includes(line))).toEqual([]);
  }
});

describe.each(course.exercises)('npx vitest exercises/$id', ({ id, file }) => {
  const root = mkdtempSync(path.join(tmpdir(), 'gradschool-kit-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  for (const linked of ['node_modules', 'autograd', 'package.json', 'vitest.config.ts'])
    symlinkSync(packagePath(linked), path.join(root, linked));
  mkdirSync(path.join(root, 'exercises'));
  cpSync(packagePath('exercises', id), path.join(root, 'exercises', id), { recursive: true });

  test('fails on the stub and passes with the solution pasted in', async () => {
    const untouched = await runVitest(root, id);
    expect(untouched.numFailedTests).toBe(untouched.numTotalTests);
    expect(untouched.numTotalTests).toBeGreaterThan(2);
    cpSync(packagePath('solutions', id, file), path.join(root, 'exercises', id, file));
    const solved = await runVitest(root, id);
    expect(solved.numPassedTests).toBe(untouched.numTotalTests);
  });
});

function runVitest(
  root: string,
  id: string,
): Promise<{ numTotalTests: number; numPassedTests: number; numFailedTests: number }> {
  const args = [
    packagePath('node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'exercises',
    '--reporter=json',
    `exercises/${id}`,
  ];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      args,
      { cwd: root, env: { PATH: process.env.PATH } },
      (error, stdout, stderr) => {
        const json = stdout.slice(stdout.indexOf('{'));
        if (json === '') reject(new Error(stderr || String(error)));
        else resolve(JSON.parse(json));
      },
    );
  });
}
