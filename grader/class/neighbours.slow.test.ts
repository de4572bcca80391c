import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCourse } from '../course/find.ts';
import { type Grading, grade } from '../grading/grade.ts';
import { Workbench } from '../grading/workbench.ts';
import { readSubmission } from '../intake/index.ts';
import type { Report } from '../model/report.ts';
import { reportJson } from '../report/index.ts';
import { openSandbox } from '../sandbox/index.ts';
import { callsOf } from '../sandbox/testing/limits.ts';
import { findSubmissions, gradeClass } from './index.ts';

const whole = await loadCourse();
const course = { ...whole, exercises: whole.exercises.filter(({ id }) => id !== '07-scalar-engine') };
const folder = mkdtempSync(path.join(tmpdir(), 'gradschool-class-'));
const WORKERS = 2;
const SOME_MINUTES = 300_000;
let grading: Grading;

beforeAll(async () => {
  const sandbox = await openSandbox('strong', {
    limits: { ...callsOf(500), memoryMegabytes: 64 },
    guests: 2 * WORKERS,
  });
  grading = { course, seed: 'seed', sandbox, workbench: new Workbench(sandbox) };
});
afterAll(() => {
  grading.sandbox.close();
  rmSync(folder, { recursive: true });
});

/** A submission with one text for every exercise, or made from each solution. */
function handIn(name: string, textOf: (solution: string) => string): void {
  for (const { id, file, solution } of course.exercises) {
    mkdirSync(path.join(folder, name, id), { recursive: true });
    writeFileSync(path.join(folder, name, id, file), textOf(solution));
  }
}

const HONEST = {
  ada: (solution: string) => solution,
  bao: (solution: string) => solution.replace('Math.max(0, z)', 'z'),
  cem: (solution: string) => solution.replace(/export function (sigmoid|rnnStep)/, 'function $1'),
};

const everyFunction = (body: string) =>
  ['sigmoid', 'tanh', 'relu', 'softmax', 'sigmoidSlope', 'tanhSlope', 'reluSlope', 'rnnStep']
    .map((name) => `export function ${name}(): any { ${body} }`)
    .join('\n');

const HOSTILE = {
  'at-load': 'for (;;) {}',
  'at-once': everyFunction('throw { toString() { for (;;) {} } }'),
  forking: everyFunction('const wait: any[] = []; for (;;) wait.push((async () => { await wait; })());'),
  hanging: everyFunction('for (;;) {}'),
  hoarding: everyFunction('const all: any[] = []; for (;;) all.push(new Array(1e5).fill(all.length));'),
  'in-floods': everyFunction('return new Array(900_000).fill(1);'),
  talkative: everyFunction(
    'for (let i = 0; i < 1e5; i++) console.error("x".repeat(1000)); throw new Error("y".repeat(1e7));',
  ),
  tampering: everyFunction(
    'Object.prototype.toString = Math.max = Array.prototype.map = (() => 42) as any; return 42;',
  ),
  'too-deep': everyFunction('const dive = (): number => dive() + 1; return dive();'),
};

const withoutTimings = (report: Report) => reportJson({ ...report, timings: {} });

test(
  'a submission that is graded among hostile ones gets the same report to the byte, and these gain nothing',
  async () => {
    for (const [name, textOf] of Object.entries(HONEST)) handIn(name, textOf);
    for (const [name, text] of Object.entries(HOSTILE)) handIn(name, () => text);
    const { reports, unreadable } = await gradeClass(findSubmissions(folder), grading, WORKERS, () => {});
    expect(unreadable).toEqual([]);
    const among = new Map(reports.map((report) => [report.submission.id, report]));
    expect([...among.keys()].sort()).toEqual([...Object.keys(HONEST), ...Object.keys(HOSTILE)].sort());
    for (const name of Object.keys(HOSTILE)) expect(among.get(name)!.score, name).toBe(0);
    for (const name of Object.keys(HONEST)) {
      const alone = await grade(await readSubmission(path.join(folder, name), course.exercises), grading);
      expect(withoutTimings(among.get(name)!)).toBe(withoutTimings(alone));
    }
  },
  SOME_MINUTES,
);
