import type { ExerciseReport, Report } from '../model/report.ts';
import type { ClassFacts, NamedMistake } from './class-facts.ts';
import { percent, percentText, pointsText } from './points.ts';
import { readable, readableLine } from './readable.ts';
import { verdictWords } from './verdict-words.ts';

/** How many of the checks that were missed most are worth a look. */
const MOST_MISSED = 10;

/** With more exercises than this the headings of the table stand upright. */
const FLAT_HEADINGS = 6;

/** Everything the page of a class says, as the text that it says it with. */
export function classView(facts: ClassFacts) {
  const { reports, exercises, unreadable } = facts;
  return {
    title: 'Class report',
    graded: reports.length,
    unread: unreadable.length,
    median: percentText(median(reports.map(({ score, max }) => percent(score, max)))),
    full: reports.filter(({ score, max }) => max > 0 && score >= max).length,
    upright: exercises.length > FLAT_HEADINGS,
    exercises,
    rows: reports.map((report) => rowView(report, exercises)),
    misconceptions: facts.misconceptions.map(mistakeView),
    failures: facts.failures.slice(0, MOST_MISSED).map(({ exercise, name, missed, tried }) => ({
      exercise,
      name: readable(name),
      missed,
      tried,
      width: ((100 * missed) / tried).toFixed(1),
    })),
    reviews: facts.reviews.map(({ id, exercise, check }) => ({
      student: studentView(id),
      exercise,
      name: readable(check.name),
      words: verdictWords(check.verdict),
    })),
    unreadable: unreadable.map(({ id, why }) => ({ id: readableLine(id), why: readable(why) })),
  };
}

function rowView(report: Report, exercises: string[]) {
  const byId = new Map(report.exercises.map((exercise) => [exercise.id, exercise]));
  return {
    student: studentView(report.submission.id),
    cells: exercises.map((id) => cellView(byId.get(id))),
    score: pointsText(report.score),
    max: pointsText(report.max),
    percent: percentText(percent(report.score, report.max)),
  };
}

function cellView(exercise: ExerciseReport | undefined) {
  if (!exercise) return { heat: 'absent', score: '–', named: null, review: false };
  return {
    heat: heat(percent(exercise.score, exercise.max)),
    score: pointsText(exercise.score),
    named: exercise.diagnosis ? readableLine(exercise.diagnosis.misconception) : null,
    review: exercise.checks.some(({ review }) => review),
  };
}

/** Five shades from full marks (4, plain) to nothing (0, strongest): the stronger, the more there is to do. */
function heat(share: number | null): string {
  if (share === null) return 'absent';
  if (share >= 100) return 'heat-4';
  return `heat-${share <= 0 ? 0 : 1 + Math.floor((share * 3) / 100)}`;
}

function mistakeView({ exercise, misconception, explanation, students }: NamedMistake) {
  return {
    exercise,
    misconception: readable(misconception),
    explanation: readable(explanation),
    count: students.length,
    students: students.map(studentView),
  };
}

/** The card lies beside the page, in a file named after the submission. */
function studentView(id: string) {
  return { id: readableLine(id), href: `./${encodeURIComponent(id.replace(/\p{Cs}/gu, '\ufffd'))}.html` };
}

function median(shares: (number | null)[]): number | null {
  const sorted = shares.filter((share) => share !== null).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const around = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return around.length === 0 ? null : around.reduce((sum, share) => sum + share, 0) / around.length;
}
