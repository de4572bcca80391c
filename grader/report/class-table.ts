import type { ExerciseReport, Report } from '../model/report.ts';
import type { Verdict, VerdictKind } from '../model/verdict.ts';
import { classFacts, type Unreadable } from './class-facts.ts';
import { numberRanges } from './number-ranges.ts';
import { outline } from './outline.ts';
import { painter } from './paint.ts';
import { percent, percentText, pointsText, scoreText } from './points.ts';
import { readableLine } from './readable.ts';
import { checksToReview } from './reviews.ts';
import { alignColumns } from './text-table.ts';
import { verdictWords } from './verdict-words.ts';

/** With more exercises than this a column is headed by its number alone. */
const WIDE_HEADINGS = 6;

/** A class as an aligned table: a line a submission, with its scores and what is worth knowing of it. */
export function classTable(
  reports: Report[],
  unreadable: Unreadable[],
  { colour }: { colour: boolean },
): string {
  const paint = painter(colour);
  const facts = classFacts(reports, unreadable);
  const { exercises } = facts;
  const headings = exercises.map(exercises.length > WIDE_HEADINGS ? number : readableLine);
  const nothing = [...exercises, 'total', 'share'].map(() => '–');
  const [heading, ...lines] = alignColumns(
    [
      ['submission', ...headings, 'total', '%', 'note'],
      ...facts.reports.map((report) => row(report, exercises)),
      ...facts.unreadable.map(({ id, why }) => [
        readableLine(id),
        ...nothing,
        `unreadable: ${readableLine(why)}`,
      ]),
    ],
    ['left', ...exercises.map(() => 'right' as const), 'right', 'right', 'left'],
  );
  return `${[paint('bold', heading ?? ''), ...lines, '', tally(facts.reports, facts.unreadable)].join('\n')}\n`;
}

function row(report: Report, exercises: string[]): string[] {
  const scores = new Map(report.exercises.map(({ id, score }) => [id, pointsText(score)]));
  return [
    readableLine(report.submission.id),
    ...exercises.map((id) => scores.get(id) ?? '–'),
    scoreText(report),
    percentText(percent(report.score, report.max)),
    notes(report).join('; '),
  ];
}

/** One for each exercise that has one; those with nothing in them are told together. */
function notes({ exercises }: Report): string[] {
  const reviews = checksToReview({ exercises }).length;
  const empty = exercises.filter((exercise) => untouched(exercise) !== undefined);
  const named = exercises.flatMap((exercise) => {
    const note = empty.length > 1 && empty.includes(exercise) ? undefined : noteOn(exercise);
    return note === undefined ? [] : [`${number(exercise.id)}: ${note}`];
  });
  const together =
    empty.length > 1 ? [`${numberRanges(empty.map(({ id }) => number(id)))}: ${noteOn(empty[0]!)}`] : [];
  return [...named, ...together, ...(reviews > 0 ? [`${reviews} to review`] : [])];
}

/** The named mistake, or else what ended all that was tried. */
function noteOn(exercise: ExerciseReport): string | undefined {
  if (exercise.diagnosis) return readableLine(exercise.diagnosis.misconception);
  const { shared } = outline(exercise);
  const first = shared ?? untouched(exercise);
  if (first) return verdictWords(first).label;
  const ended = exercise.checks.find(({ verdict }) => ENDED.has(verdict.kind));
  return ended && verdictWords(ended.verdict).label;
}

/** A verdict on an exercise of which nothing was written. */
function untouched({ checks }: ExerciseReport): Verdict | undefined {
  return checks.every(({ verdict }) => verdict.kind === 'not-implemented') ? checks[0]?.verdict : undefined;
}

/** Verdicts that say what happened better than a score does. */
const ENDED = new Set<VerdictKind>(['timeout', 'out-of-memory', 'crashed', 'threw', 'invalid-answer']);

/** The `12` of `12-rnn-cell`. */
const number = (id: string) => readableLine(id.split('-')[0] ?? id);

const tally = (reports: Report[], unreadable: Unreadable[]) =>
  `${reports.length} graded, ${unreadable.length} unreadable`;
