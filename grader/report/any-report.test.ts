import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFormats, reportIn } from '../fuzz/targets/report.ts';
import { reportSchema } from '../model/report.ts';
import { promptly } from '../testing/promptly.ts';
import { anyReport } from './testing/any-report.ts';

describe('whatever report the schema allows', () => {
  test('is one', () => {
    fc.assert(
      fc.property(anyReport, (report) => reportSchema.safeParse(report).success),
      { numRuns: 100 },
    );
  });

  test('is shown by every format, and no text in it becomes markup', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, (report) => promptly(() => checkFormats(report))),
      { numRuns: 120 },
    );
  });
});

describe('whatever the file, it is a report or none', () => {
  const readers = (json: string) => promptly(() => reportIn(json));

  test('a text', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.json()), readers as never));
  });

  test('a report of which one part is something else', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, fc.nat(), fc.jsonValue(), async (report, which, part) => {
        const changed = await readers(withPart(report, which, part));
        if (changed) checkFormats(changed);
      }),
      { numRuns: 120 },
    );
  });

  test('lists in lists, 100,000 deep', async () => {
    expect(await readers('['.repeat(100_000))).toBeUndefined();
    const deep = JSON.stringify({ schema: 'gradschool/report/v1', exercises: 0 });
    expect(await readers(deep.replace('0', '['.repeat(5000) + ']'.repeat(5000)))).toBeUndefined();
  });
});

/** As JSON, with the value at one place replaced. */
function withPart(report: object, which: number, part: unknown): string {
  const places = JSON.stringify(report).match(/:/g)!.length;
  let left = which % places;
  return JSON.stringify(report, (key, value) => (key !== '' && left-- === 0 ? part : (value as unknown)));
}
