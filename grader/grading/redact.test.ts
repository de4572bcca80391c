import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../model/report.ts';
import {
  cardHtml,
  classHtml,
  classTable,
  gradebookCsv,
  reportJson,
  terminalReport,
} from '../report/index.ts';
import { openSandbox, type Sandbox } from '../sandbox/index.ts';
import { callsOf } from '../sandbox/testing/limits.ts';
import { MARKERS, tinyCourse, tinySubmission } from '../testing/tiny-course.ts';
import { grade } from './grade.ts';
import { Workbench } from './workbench.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox('strong', { limits: callsOf(500) });
});
afterAll(() => sandbox.close());

const gradeText = (text: string): Promise<Report> =>
  grade(tinySubmission(text), {
    course: tinyCourse,
    seed: 'seed',
    sandbox,
    workbench: new Workbench(sandbox),
  });

/** Everything that is shown to anybody, in one text. */
function everyOutput(report: Report): string {
  const reports = [report];
  const colours = [true, false].flatMap((colour) => [
    terminalReport(report, { colour }),
    classTable(reports, [], { colour }),
  ]);
  return [
    reportJson(report),
    cardHtml(report),
    classHtml(reports, []),
    gradebookCsv(reports, []),
    ...colours,
  ].join('\n');
}

/** Ways to carry a hidden input out of the sandbox. */
const LEAKS = {
  'returns it': 'export const echo = (secret: string, n: number) => secret + n;',
  'returns it in a structure':
    'export const echo = (secret: string, n: number) => ({ [secret.slice(0, 6)]: [secret, n] });',
  'throws it': 'export const echo = (secret: string, n: number) => { throw new Error(secret + n); };',
  'throws it as a range error':
    'export const echo = (secret: string, n: number) => { throw new RangeError(secret + n); };',
  'throws it as the name of an error':
    'export const echo = (secret: string, n: number) => { const e = new Error(""); e.name = secret + n; throw e; };',
  'says that it is not implemented':
    'class NotImplementedError extends Error { override name = "NotImplementedError" }\nexport const echo = (secret: string, n: number) => { throw new NotImplementedError(secret + n); };',
  'prints it':
    'export const echo = (secret: string, n: number) => { console.log(secret, n); console.error(secret, n); return ""; };',
  'keeps it for the next question':
    'let kept = ""; export const echo = (secret: string, n: number) => { const last = kept; kept += secret + n; throw new Error(last); };',
  'answers with it when a visible question comes later':
    'let kept = ""; export const echo = (secret: string, n: number) => { if (!secret.startsWith("MARKER")) return kept || secret + n; kept = secret + n; return "EXPECTED" + "-7350"; };',
  'answers something that is no data, named after it':
    'export const echo = (secret: string) => new (new Function("return class " + secret)())();',
  hangs: 'export const echo = (secret: string) => { while (secret) {} };',
};

describe('a hidden input is found in no output of a submission that', () => {
  test.each(Object.entries(LEAKS))('%s', async (_, text) => {
    const report = await gradeText(`${text}\nexport const refuse = echo;`);
    const output = everyOutput(report);
    for (const marker of [MARKERS.input, String(MARKERS.number), MARKERS.expected])
      expect(output).not.toContain(marker);
  });

  test('the markers are really drawn, and the right solution passes', async () => {
    const { exercises } = await gradeText(tinyCourse.exercises[0]!.solution);
    expect(exercises[0]!.checks.map(({ id, verdict }) => `${id} ${verdict.kind}`)).toEqual([
      'seen passed',
      'open passed',
      'refused passed',
      'twice passed',
    ]);
  });
});

test('a visible failure shows its input, so the search above looks where something could be', async () => {
  const report = await gradeText(
    'export const echo = (secret: string, n: number) => secret.toUpperCase() + n;',
  );
  expect(terminalReport(report, { colour: false })).toContain('"OPEN0"');
});
