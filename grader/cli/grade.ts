import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Report } from '../model/report.ts';
import { type GradingOptions, percentage, withGradingOptions } from './options.ts';
import { chosenCourse, withGrading } from './with-grading.ts';

interface Options extends GradingOptions {
  json?: string;
  html?: string;
  failUnder?: number;
}

export function addGrade(program: Command): void {
  withGradingOptions(program.command('grade'))
    .description('grade one submission: a folder or a zip')
    .argument(
      '<submission>',
      'exercises/12-rnn-cell/rnn-cell.ts or 12-rnn-cell/rnn-cell.ts in a folder or a zip',
    )
    .option('--json <file>', 'write the report as JSON; - for the standard output, and nothing else there')
    .option('--html <file>', 'write the report card')
    .option('--fail-under <percent>', 'exit with 1 when the score is lower', percentage)
    .action(async (path: string, options: Options) => {
      const report = await gradePath(path, options);
      await write(report, options);
      const percent = report.max === 0 ? 100 : (100 * report.score) / report.max;
      if (options.failUnder !== undefined && percent < options.failUnder) process.exitCode = 1;
    });
}

async function gradePath(path: string, options: GradingOptions): Promise<Report> {
  const [{ readSubmission }, { grade }] = await Promise.all([
    import('../intake/index.ts'),
    import('../grading/grade.ts'),
  ]);
  const course = await chosenCourse(options);
  const submission = await readSubmission(path, course.exercises);
  return withGrading(course, options, { submissions: 1, workers: 1 }, (grading) =>
    grade(submission, grading),
  );
}

async function write(report: Report, { json, html }: Options): Promise<void> {
  const { cardHtml, reportJson, terminalReport } = await import('../report/index.ts');
  if (html) writeFileSync(html, cardHtml(report));
  if (json && json !== '-') writeFileSync(json, reportJson(report));
  if (json === '-') process.stdout.write(reportJson(report));
  else
    process.stdout.write(
      terminalReport(report, { colour: process.stdout.isTTY, width: process.stdout.columns }),
    );
}
