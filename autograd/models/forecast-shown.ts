import type { Births } from './data.ts';
import { federalHoliday } from './federal-holidays.ts';
import { robustDeviation } from './robust.ts';

/** A day, and how many births a forecast expected on it. */
export interface Expected extends Births {
  expected: number;
}

/** A surprise is an error of more than so many deviations. */
const SURPRISING = 5;
const DAYS_AROUND = 10;
/** How many births a sign of the chart stands for. */
const UNIT = 250;

/**
 * The days that a forecast did not expect, and the weeks around the greatest surprise.
 *
 * @param judged earlier days, on which the usual size of an error is measured
 */
export function linesOfSurprises(days: readonly Expected[], judged: readonly Expected[]): string[] {
  const deviation = robustDeviation(judged.map(errorOf));
  const surprises = days.filter((day) => Math.abs(errorOf(day)) > SURPRISING * deviation);
  const holidays = surprises.filter(({ date }) => federalHoliday(date));
  const near = surprises.filter(({ date }) => occasionOf(date));
  return [
    `What it did not expect, by ${whole(SURPRISING * deviation)} births or more (${SURPRISING} robust deviations of the errors of the year before):`,
    '',
    '  day                  births   expected      error',
    ...surprises.map(rowOf),
    '',
    `Of these ${surprises.length} days ${holidays.length} are federal holidays, ${near.length - holidays.length} stand before or behind one.`,
    '',
    ...chartAround(surprises, days),
  ];
}

function errorOf({ births, expected }: Expected): number {
  return births - expected;
}

function rowOf(day: Expected): string {
  const numbers = [day.births, day.expected, errorOf(day)].map((count) => whole(count).padStart(11));
  return `  ${nameOf(day)} ${numbers.join('')}   ${occasionOf(day.date) ?? ''}`.trimEnd();
}

/** Three weeks in bars, around the surprise that is greatest; what was expected is seen where it was not born. */
function chartAround(surprises: readonly Expected[], days: readonly Expected[]): string[] {
  const inner = days.slice(DAYS_AROUND, -DAYS_AROUND).filter((day) => surprises.includes(day));
  if (inner.length === 0) return [];
  const greatest = inner.reduce((a, b) => (Math.abs(errorOf(b)) > Math.abs(errorOf(a)) ? b : a));
  const at = days.indexOf(greatest);
  return [
    'Around the greatest surprise:  █ expected and born  ░ expected only  ▓ born only',
    '',
    ...days
      .slice(at - DAYS_AROUND, at + DAYS_AROUND + 1)
      .map(
        (day) =>
          `  ${nameOf(day)}  ${barOf(day)}${surprises.includes(day) ? ` ← ${whole(errorOf(day))}` : ''}`,
      ),
  ];
}

function barOf({ births, expected }: Expected): string {
  const [born, foreseen] = [births, expected].map((count) => Math.max(0, Math.round(count / UNIT)));
  const both = Math.min(born, foreseen);
  return '█'.repeat(both) + '░'.repeat(foreseen - both) + '▓'.repeat(born - both);
}

/** The holiday that a date is, or that it stands before or behind. */
function occasionOf(date: string): string | undefined {
  const [before, after] = [-1, 1].map((count) => federalHoliday(dayFrom(date, count)));
  return (
    federalHoliday(date) ?? (after && `the day before ${after}`) ?? (before && `the day after ${before}`)
  );
}

function nameOf({ date }: Births): string {
  return `${new Date(date).toUTCString().slice(0, 3)} ${date}`;
}

function dayFrom(date: string, count: number): string {
  const day = new Date(date);
  day.setUTCDate(day.getUTCDate() + count);
  return day.toISOString().slice(0, 10);
}

/** 12345.6 as 12,346 */
function whole(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}
