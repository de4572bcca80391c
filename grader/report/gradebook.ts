import { stringify } from 'csv-stringify/sync';
import type { Report } from '../model/report.ts';
import { classFacts, type Unreadable } from './class-facts.ts';
import { percent } from './points.ts';
import { readableLine } from './readable.ts';
import { checksToReview } from './reviews.ts';

/** A class for a spreadsheet: a row a submission, a column an exercise. No cell is taken for a formula. */
export function gradebookCsv(reports: Report[], unreadable: Unreadable[]): string {
  const facts = classFacts(reports, unreadable);
  const heading = ['id', ...facts.exercises.map(cell), 'score', 'max', 'percent', 'review', 'status'];
  const rows = [
    ...facts.reports.map((report) => gradedRow(report, facts.exercises)),
    ...facts.unreadable.map(({ id, why }) => unreadableRow(id, why, heading.length)),
  ];
  return stringify([heading, ...rows], { escape_formulas: true });
}

function gradedRow({ submission, exercises, score, max }: Report, columns: string[]) {
  const scores = new Map(exercises.map((exercise) => [exercise.id, exercise.score]));
  const share = percent(score, max);
  return [
    cell(submission.id),
    ...columns.map((id) => rounded(scores.get(id) ?? null)),
    rounded(score),
    rounded(max),
    rounded(share),
    checksToReview({ exercises }).length,
    'graded',
  ];
}

function unreadableRow(id: string, why: string, columns: number) {
  return [cell(id), ...Array(columns - 2).fill(null), `unreadable: ${cell(why)}`];
}

/** Without spaces in front, behind which a spreadsheet might still see a formula. */
const cell = (text: string) => readableLine(text).trim();

const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(2)));
