import { compare } from '../checks/compare.ts';
import { localSubject } from '../checks/local-subject.ts';
import { sameToTheBit } from '../checks/same-outcome.ts';
import { within } from '../checks/tolerance.ts';
import type { Exercise } from '../model/exercise.ts';
import type { Outcome, Subject } from '../model/subject.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { verdictOf } from './ask.ts';
import { entrantOf, subjectOf } from './entrant.ts';
import { inSessions } from './in-sessions.ts';
import type { Mutant } from './mutants.ts';
import { type Question, Questions } from './questions.ts';

/** A mutant that is no mistake, as its exercise says. */
export interface Equivalent {
  mutant: string;
  why: string;
}

const INPUTS = 2000;
const ROUNDING = within({ absolute: 1e-12, relative: 1e-12 });

/** Those mutants that answer anything that the checks ask otherwise than the solution, by more than rounding. */
export async function unequal(exercise: Exercise, mutants: Mutant[], sandbox: Sandbox): Promise<Mutant[]> {
  if (mutants.length === 0) return [];
  const questions = await questionsOf(exercise);
  const truths = await Promise.all(questions.map((one) => put(one, localSubject(exercise.reference))));
  const agree = await inSessions(sandbox, mutants, async ({ text }, session) => {
    const subject = subjectOf(await entrantOf(exercise, text), exercise, session);
    for (const [i, question] of questions.entries())
      if (!sameAnswers(await put(question, subject), truths[i]!)) return false;
    return true;
  });
  return mutants.filter((_, i) => !agree[i]);
}

/** What the checks ask the solution, over so many seeds that it makes enough inputs. */
async function questionsOf(exercise: Exercise): Promise<Question[]> {
  const questions = new Questions(localSubject(exercise.reference));
  for (let seed = 1; questions.inputs < INPUTS; seed++) {
    for (const check of exercise.checks) await verdictOf(check, exercise, questions, seed);
  }
  return questions.all;
}

function put(question: Question, subject: Subject): Promise<Outcome[]> {
  return question.how === 'call'
    ? subject.call(question.name, question.inputs)
    : subject.vjp(question.name, question.inputs);
}

function sameAnswers(got: Outcome[], expected: Outcome[]): boolean {
  return expected.every((outcome, i) => got[i] !== undefined && same(got[i], outcome));
}

function same(got: Outcome, expected: Outcome): boolean {
  if (got.kind !== 'answer' || expected.kind !== 'answer') return sameToTheBit(got, expected);
  return compare(got.value, expected.value, ROUNDING) === null;
}
