import type { CheckReport, ExerciseReport, Report } from '../model/report.ts';
import { earnsPoints } from '../model/verdict.ts';

/** A submission that could not be opened at all. */
export interface Unreadable {
  id: string;
  why: string;
}

/** What a class adds up to. It does not depend on the order in which the reports came. */
export interface ClassFacts {
  reports: Report[];
  unreadable: Unreadable[];
  /** The ids of all exercises that any report lists. */
  exercises: string[];
  misconceptions: NamedMistake[];
  failures: CheckTally[];
  reviews: { id: string; exercise: string; check: CheckReport }[];
}

export interface NamedMistake {
  exercise: string;
  misconception: string;
  explanation: string;
  students: string[];
}

/** How a check went among those who had written something for it to judge. */
export interface CheckTally {
  exercise: string;
  check: string;
  name: string;
  tried: number;
  missed: number;
}

export function classFacts(reports: Report[], unreadable: Unreadable[]): ClassFacts {
  const sorted = reports.toSorted(by(({ submission }) => `${submission.id}\0${submission.digest}`));
  const graded = sorted.flatMap(({ submission, exercises }) =>
    exercises.map((exercise) => ({ id: submission.id, exercise })),
  );
  return {
    reports: sorted,
    unreadable: unreadable.toSorted(by(({ id, why }) => `${id}\0${why}`)),
    exercises: [...new Set(graded.map(({ exercise }) => exercise.id))].sort(),
    misconceptions: namedMistakes(graded),
    failures: failures(graded),
    reviews: graded.flatMap(({ id, exercise }) =>
      exercise.checks.filter(({ review }) => review).map((check) => ({ id, exercise: exercise.id, check })),
    ),
  };
}

type Graded = { id: string; exercise: ExerciseReport };

function namedMistakes(graded: Graded[]): NamedMistake[] {
  const mistakes = new Map<string, NamedMistake>();
  for (const { id, exercise } of graded) {
    if (!exercise.diagnosis) continue;
    const { misconception, explanation } = exercise.diagnosis;
    const key = `${exercise.id}\0${misconception}`;
    const mistake = mistakes.get(key) ?? { exercise: exercise.id, misconception, explanation, students: [] };
    mistakes.set(key, mistake);
    mistake.students.push(id);
  }
  return sortedBy(mistakes, ({ students }) => -students.length);
}

function failures(graded: Graded[]): CheckTally[] {
  const tallies = new Map<string, CheckTally>();
  for (const { exercise } of graded) {
    for (const { id, name, verdict } of exercise.checks) {
      if (verdict.kind === 'not-implemented' || verdict.kind === 'skipped') continue;
      const key = `${exercise.id}\0${id}`;
      const tally = tallies.get(key) ?? { exercise: exercise.id, check: id, name, tried: 0, missed: 0 };
      tallies.set(key, tally);
      tally.tried += 1;
      if (!earnsPoints(verdict)) tally.missed += 1;
    }
  }
  return sortedBy(tallies, ({ missed, tried }) => -missed / tried).filter(({ missed }) => missed > 0);
}

/** By rank, and where ranks are equal by key, so that the order of arrival never shows. */
function sortedBy<T>(entries: Map<string, T>, rank: (value: T) => number): T[] {
  return [...entries]
    .sort(([a, x], [b, y]) => rank(x) - rank(y) || (a < b ? -1 : 1))
    .map(([, value]) => value);
}

/** By code units: the same on every machine, whatever its language. */
const by =
  <T>(key: (value: T) => string) =>
  (a: T, b: T) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
