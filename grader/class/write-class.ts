import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardHtml, classHtml, gradebookCsv, reportJson } from '../report/index.ts';
import type { ClassResults } from './grade-class.ts';

/** A card and a JSON report for each submission, the class page, and the gradebook. */
export function writeClass({ reports, unreadable }: ClassResults, out: string): void {
  mkdirSync(out, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(out, name), text);
  for (const report of reports) {
    write(`${report.submission.id}.html`, cardHtml(report));
    write(`${report.submission.id}.json`, reportJson(report));
  }
  write('class.html', classHtml(reports, unreadable));
  write('gradebook.csv', gradebookCsv(reports, unreadable));
}
