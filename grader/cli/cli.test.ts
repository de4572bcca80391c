import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { points } from '../../solutions/course.ts';
import { loadCourse } from '../course/find.ts';
import { reportSchema } from '../model/report.ts';
import { packagePath } from '../package.ts';

const { bin } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as {
  bin: Record<string, string>;
};
const command = packagePath(bin.gradschool!);

const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...parts: string[]) => path.join(folder, ...parts);

interface Run {
  code: number | string;
  stdout: string;
  stderr: string;
}

function gradschool(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, ...args],
      { cwd: folder, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

const solution = (id: string) => packagePath('solutions', id, `${id.slice(3)}.ts`);

const { exercises } = await loadCourse();
const MAX = exercises.reduce((sum, { id }) => sum + points[id as keyof typeof points], 0);

/** A submission in which everything is right, of three exercises that are worth 100 points together. */
function rightSubmission(name: string): string {
  for (const id of ['02-activations', '07-scalar-engine', '12-rnn-cell']) {
    mkdirSync(at(name, id), { recursive: true });
    cpSync(solution(id), at(name, id, `${id.slice(3)}.ts`));
  }
  return at(name);
}

const withoutTimings = (json: string) => JSON.stringify({ ...JSON.parse(json), timings: {} });

describe('grade', () => {
  test('prints a report for people, without colours when nobody looks', async () => {
    const { code, stdout, stderr } = await gradschool('grade', rightSubmission('people'));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`100 / ${MAX}`);
    expect(stdout).not.toContain('\u001b[');
  });

  test('--json - prints the report alone, the same bytes for the same seed', async () => {
    const submission = rightSubmission('json');
    const [first, second] = [
      await gradschool('grade', submission, '--json', '-', '--seed', 's'),
      await gradschool('grade', submission, '--json', '-', '--seed', 's'),
    ];
    expect(reportSchema.parse(JSON.parse(first.stdout))).toMatchObject({ score: 100, max: MAX, seed: 's' });
    expect(withoutTimings(second.stdout)).toBe(withoutTimings(first.stdout));
  });

  test('--json and --html write files, --exercise restricts, --fail-under decides the exit code', async () => {
    const submission = rightSubmission('files');
    rmSync(at('files', '12-rnn-cell'), { recursive: true });
    const written = await gradschool(
      'grade',
      submission,
      '--json',
      at('r.json'),
      '--html',
      at('r.html'),
      '--fail-under',
      '70',
    );
    expect(written.code).toBe(1);
    expect(readFileSync(at('r.html'), 'utf8')).toContain('<!doctype html>');
    expect(JSON.parse(readFileSync(at('r.json'), 'utf8'))).toMatchObject({ score: 70, max: MAX });
    const restricted = await gradschool(
      'grade',
      submission,
      '--exercise',
      'activations',
      '--fail-under',
      '100',
    );
    expect(restricted.code).toBe(0);
    expect(restricted.stdout).not.toContain('12-rnn-cell');
  });

  test('--sandbox none is written into the report', async () => {
    const { stdout } = await gradschool(
      'grade',
      rightSubmission('none'),
      '--exercise',
      '02',
      '--sandbox',
      'none',
      '--json',
      '-',
    );
    expect(JSON.parse(stdout)).toMatchObject({ grader: { sandbox: 'none' }, score: 30, max: 30 });
  });
});

describe('bad input is one clear line and exit code 2:', () => {
  mkdirSync(at('empty'));
  mkdirSync(at('other', 'homework'), { recursive: true });
  writeFileSync(at('corrupt.zip'), 'PK\u0003\u0004 this is no archive');
  const right = rightSubmission('options');
  test.each([
    ['no such path', ['grade', at('nowhere')], 'nowhere'],
    ['an empty folder', ['grade', at('empty')], 'empty'],
    ['a folder without a known exercise', ['grade', at('other')], `exercises/${exercises[0]!.id}/`],
    ['a corrupt zip', ['grade', at('corrupt.zip')], 'corrupt.zip'],
    ['a misspelt option', ['grade', right, '--sed', '1'], '--seed'],
    ['a misspelt command', ['grde', right], 'grade'],
    ['an unknown exercise', ['grade', right, '--exercise', '99'], '12-rnn-cell'],
    ['a percentage over 100', ['grade', right, '--fail-under', '101'], '0 to 100'],
    ['no worker', ['batch', at(), '--workers', '0'], 'whole number'],
    ['nothing to grade', ['grade'], 'submission'],
    ['a class that is no folder', ['batch', at('nowhere')], 'nowhere'],
    ['an empty class', ['batch', at('empty')], 'empty'],
  ])('%s', async (_, args, mentions) => {
    const { code, stdout, stderr } = await gradschool(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(mentions);
  });

  test('--debug adds where it happened', async () => {
    const { code, stderr } = await gradschool('grade', at('nowhere'), '--debug');
    expect(code).toBe(2);
    expect(stderr).toContain('    at ');
  });
});

describe('a file that cannot be taken costs its exercise, and the rest is graded:', () => {
  const corruptions: Record<string, (file: string) => void> = {
    'a symlink out of the folder': (file) => {
      rmSync(file);
      symlinkSync(solution('02-activations'), file);
    },
    'a file of 200 MB': (file) => truncateSync(file, 200_000_000),
    'a file that is not UTF-8': (file) => writeFileSync(file, Buffer.from([0x2f, 0x2f, 0xff, 0xfe, 0x80])),
  };
  test.each(Object.entries(corruptions))('%s', async (name, corrupt) => {
    const submission = rightSubmission(name);
    corrupt(path.join(submission, '02-activations', 'activations.ts'));
    await expectOnlyFirstRefused(submission);
  });

  test('an archive with a path that leaves it', async () => {
    const text = (id: string) => strToU8(readFileSync(solution(id), 'utf8'));
    const entries = {
      '../../02-activations/activations.ts': text('02-activations'),
      '07-scalar-engine/scalar-engine.ts': text('07-scalar-engine'),
      '12-rnn-cell/rnn-cell.ts': text('12-rnn-cell'),
    };
    writeFileSync(at('slip.zip'), zipSync(entries));
    await expectOnlyFirstRefused(at('slip.zip'));
  });

  async function expectOnlyFirstRefused(submission: string): Promise<void> {
    const { code, stdout } = await gradschool('grade', submission, '--json', '-');
    const report = reportSchema.parse(JSON.parse(stdout));
    expect(code).toBe(0);
    const refused = report.exercises.find(({ id }) => id === '02-activations')!;
    expect([refused.score, report.score]).toEqual([0, 70]);
    expect(refused.checks[0]!.verdict).toMatchObject({
      kind: 'invalid-submission',
      why: expect.stringContaining('activations.ts'),
    });
  }
});

describe('batch', () => {
  test('writes a card and a report each, the class page and the gradebook, whatever the number of workers', async () => {
    for (const name of ['ada', 'bao']) rightSubmission(path.join('course', name));
    rmSync(at('course', 'bao', '02-activations'), { recursive: true });
    writeFileSync(at('course', 'cem.zip'), 'no archive');
    writeFileSync(at('course', 'notes.txt'), 'not a submission');
    const one = await gradschool('batch', at('course'), '--out', at('out1'), '--seed', 's', '--workers', '1');
    const two = await gradschool('batch', at('course'), '--out', at('out2'), '--seed', 's', '--workers', '3');
    expect(two).toEqual({ ...one, stderr: one.stderr.replace('out1', 'out2') });
    expect(readdirSync(at('out1'))).toEqual([
      'ada.html',
      'ada.json',
      'bao.html',
      'bao.json',
      'class.html',
      'gradebook.csv',
    ]);
    for (const name of ['class.html', 'gradebook.csv', 'ada.html']) {
      expect(readFileSync(at('out2', name), 'utf8')).toBe(readFileSync(at('out1', name), 'utf8'));
    }
    expect(one.stdout).toMatch(/ada .*100/);
    expect(one.stdout).toContain('cem');
    expect(one.stderr).not.toContain('█');
  });

  test('refuses a submission whose card would overwrite the class page', async () => {
    rightSubmission(path.join('clash', 'class'));
    rightSubmission(path.join('clash', 'ada'));
    const { code } = await gradschool('batch', at('clash'), '--out', at('clash-out'), '--exercise', '02');
    expect(code).toBe(0);
    expect(existsSync(at('clash-out', 'class.json'))).toBe(false);
    expect(readFileSync(at('clash-out', 'gradebook.csv'), 'utf8')).toMatch(/class.*unreadable/);
  });
});
