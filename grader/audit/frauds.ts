import { localSubject } from '../checks/local-subject.ts';
import type { Check, Exercise } from '../model/exercise.ts';
import type { Plain } from '../model/plain.ts';
import type { Subject } from '../model/subject.ts';
import { earnsPoints } from '../model/verdict.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { earnedChecks, FEW, verdictOf } from './ask.ts';
import { compile } from './compile.ts';
import { type Entrant, entrantOf, handIn, standIn, subjectOf } from './entrant.ts';
import { constants, FRAUDS, type Fraud, type Known, LOSING, lookupTable } from './fraud-texts.ts';
import { holdsNumber } from './holds-number.ts';
import { inSessions } from './in-sessions.ts';
import { Questions } from './questions.ts';

/** What a submission earned that computes nothing, on that of a few seeds where it was most. */
export interface Loot {
  percent: number;
  checks: string[];
}

export const NO_LOOT: Loot = { percent: 0, checks: [] };

/** They are handed in, made or written by hand. */
export async function auditFrauds(
  exercise: Exercise,
  byHand: Partial<Record<Fraud, string>>,
  sandbox: Sandbox,
): Promise<Record<Fraud, Loot>> {
  const shares = await inSessions(sandbox, FRAUDS, async (fraud, { session }) => {
    const text = byHand[fraud];
    const entrant = text === undefined ? await MADE[fraud](exercise) : await entrantOf(exercise, text);
    const subject = subjectOf(entrant, exercise, session);
    const earned: Check[][] = [];
    const earnedBy = fraud === 'nan' ? earnedByNumbers : earnedChecks;
    for (const seed of FEW) earned.push(await earnedBy(exercise, subject, seed));
    const most = earned.reduce((a, b) => (points(b) > points(a) ? b : a));
    const percent = Math.round((1000 * points(most)) / points(exercise.checks)) / 10;
    return [fraud, { percent, checks: most.map(({ id }) => id) }] as const;
  });
  return Object.fromEntries(shares) as Record<Fraud, Loot>;
}

/** NaN is not what was asked for only where a number was: an empty list, or a text, is as right as ever. */
async function earnedByNumbers(exercise: Exercise, subject: Subject, seed: number): Promise<Check[]> {
  const earned: Check[] = [];
  for (const check of exercise.checks) {
    const questions = new Questions(subject);
    const verdict = await verdictOf(check, exercise, questions, seed);
    const outcomes = questions.all.flatMap((question) => question.outcomes);
    if (earnsPoints(verdict) && outcomes.some(holdsNumber)) earned.push(check);
  }
  return earned;
}

/** The constant of a function is no worked example, as it comes late: who knows those by heart is another fraud. */
const MADE: Record<Fraud, (exercise: Exercise) => Promise<Entrant>> = {
  constants: async (exercise) => standIn(exercise, constants((await answersTo(exercise)).toReversed())),
  nan: notANumber,
  'lookup-table': async (exercise) => standIn(exercise, lookupTable(workedExamples(exercise))),
};

/** What a student sees. */
function workedExamples({ checks }: Exercise): Known[] {
  return checks
    .filter(({ visibility }) => visibility === 'visible')
    .flatMap(({ examples = [] }) => examples)
    .map(({ call, with: args, gives }) => ({ name: call, args: args as Plain[], gives: gives as Plain }));
}

/** What the solution answers. A function without arguments has one answer, so who always gives that is no fraud. */
async function answersTo(exercise: Exercise): Promise<Known[]> {
  const questions = new Questions(localSubject(exercise.reference));
  for (const check of exercise.checks) await verdictOf(check, exercise, questions, 1);
  return questions.all.flatMap(({ how, name, inputs, outcomes }) =>
    outcomes.flatMap((outcome, i) =>
      how === 'call' && outcome.kind === 'answer' && inputs[i]!.length > 0
        ? [{ name, args: inputs[i]!, gives: outcome.value }]
        : [],
    ),
  );
}

/** The solution, with NaN for each number of its answers. */
async function notANumber(exercise: Exercise): Promise<Entrant> {
  const { solution, driver } = exercise;
  const code = await compile(solution);
  if (driver === undefined)
    return handIn(exercise, `${code}${LOSING}module.exports = losing(module.exports);`);
  const rest =
    'const own = module.exports; module.exports = { ...own, drive: (student) => losing(own.drive(student)) };';
  return handIn(exercise, code, `${await compile(driver)}${LOSING}${rest}`);
}

function points(checks: Check[]): number {
  return checks.reduce((sum, check) => sum + check.points, 0);
}
