import { compare } from '../checks/compare.ts';
import { localSubject } from '../checks/local-subject.ts';
import { sameToTheBit } from '../checks/same-outcome.ts';
import { within } from '../checks/tolerance.ts';
import type { Exercise } from '../model/exercise.ts';
import type { Outcome } from '../model/subject.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { verdictOf } from './ask.ts';
import { handIn, subjectOf } from './entrant.ts';
import { inSessions } from './in-sessions.ts';
import type { Mutant } from './mutants.ts';
import { put, type Question, Questions } from './questions.ts';

/** A mutant that is no mistake, as its exercise says. */
export interface Equivalent {
  mutant: string;
  why: string;
}

/** So many inputs for each function, edges included: those that the checks draw. */
const INPUTS = 2000;
/** A function that is asked only a few times with each seed is asked less often. */
const MAX_SEEDS = 100;
/** The absolute part is for what should be 0. */
const ROUNDING = within({ absolute: 1e-15, relative: 1e-12 });

/** Those mutants that answer anything that the checks ask otherwise than the solution, by more than rounding. */
export async function unequal(exercise: Exercise, mutants: Mutant[], sandbox: Sandbox): Promise<Mutant[]> {
  if (mutants.length === 0) return [];
  const questions = await questionsOf(exercise);
  const differ = await inSessions(sandbox, mutants, async ({ code }, { session }) => {
    const subject = subjectOf(await handIn(exercise, code), exercise, session);
    for (const question of questions)
      if (!sameAnswers(await put(question, subject), question.outcomes)) return true;
    return false;
  });
  return mutants.filter((_, i) => differ[i]);
}

/** What the checks ask the solution, over so many seeds that it makes enough inputs. */
async function questionsOf(exercise: Exercise): Promise<Question[]> {
  const questions = new Questions(localSubject(exercise.reference));
  const enough = () => questions.names.every((name) => questions.countOf(name) >= INPUTS);
  for (let seed = 1; seed <= MAX_SEEDS && (seed === 1 || !enough()); seed++)
    for (const check of exercise.checks) await verdictOf(check, exercise, questions, seed);
  return questions.all;
}

function sameAnswers(got: Outcome[], expected: Outcome[]): boolean {
  return expected.every((outcome, i) => got[i] !== undefined && same(got[i], outcome));
}

function same(got: Outcome, expected: Outcome): boolean {
  if (got.kind !== 'answer' || expected.kind !== 'answer') return sameToTheBit(got, expected);
  return (
    compare(got.after, expected.after, Object.is) === null &&
    compare(got.value, expected.value, ROUNDING) === null &&
    compare(expected.value, got.value, ROUNDING) === null
  );
}
