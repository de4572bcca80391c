import { type Report, reportSchema } from '../../model/report.ts';
import {
  cardHtml,
  classHtml,
  classTable,
  gradebookCsv,
  reportDigest,
  reportJson,
  terminalReport,
} from '../../report/index.ts';
import { check, exercise, report } from '../../report/testing/build.ts';
import { everyKind, ordinary } from '../../report/testing/sample.ts';
import { tagsOf } from '../../report/testing/tags.ts';
import { everyVerdict } from '../../report/testing/verdicts.ts';
import { claim, type Target, unless, usual, wordsOf } from '../target.ts';

/** A report as a file: nobody says that the grader wrote it. */
export const reportFile: Target = {
  limits: usual,
  covers: ['grader/report/', 'grader/model/'],
  seeds: () => REPORTS.map((one) => Buffer.from(reportJson(one))),
  words: wordsOf(
    ...Object.keys(everyVerdict).map((kind) => JSON.stringify(kind)),
    ...[
      'null',
      'true',
      '[]',
      '{}',
      '""',
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '-0',
      '1e308',
      '1e999',
      '0.1',
      '\\u0000',
    ],
    ...[
      '"__proto__":',
      '"constructor":',
      '"verdict":',
      '"checks":',
      '"exercises":',
      '"timings":',
      '"counterexample":',
    ],
    ...['<b>', '"><', '{{x}}', '=1+1', '\\u202e', '\\ud800', '\\n', '\u{1f469}\u200d\u{1f680}'],
  ),
  tokens: /"(?:\\.|[^"\\])*"|[\w.+-]+|\s+|./gs,
  run(bytes) {
    const report = reportIn(Buffer.from(bytes).toString());
    if (report) checkFormats(report);
  },
};

/** Nothing when the text is no report. */
export function reportIn(text: string): Report | undefined {
  try {
    return reportSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    return void unless(SyntaxError)(error);
  }
}

/** Every format can show every report, and none of its texts becomes more than text. */
export function checkFormats(report: Report): void {
  const again = reportIn(reportJson(report));
  claim(again !== undefined && reportDigest(again) === reportDigest(report), 'a report comes back as it was');
  for (const html of [cardHtml(report), classHtml([report, report], [])])
    claim(
      !tagsOf(html).some((tag) => /^<(script|iframe|object|img|b)\b/i.test(tag)),
      'no text becomes an element',
    );
  const table = classTable([report], [], { colour: false });
  for (const text of [terminalReport(report, { colour: false }), table])
    claim(!/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u.test(text), 'nothing steers the terminal');
  claim(gradebookCsv([report], []).endsWith('\n'), 'the gradebook has its lines');
}

const REPORTS = [
  ...Object.values(everyVerdict).map((verdict) =>
    report('ada', [exercise('02-activations', 'Activations', [check(verdict, { hint: 'Say it aloud.' })])]),
  ),
  everyKind(),
  ordinary(),
  report('empty', []),
];
