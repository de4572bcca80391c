import type { Exercise } from '../model/exercise.ts';
import type { Outcome, Subject } from '../model/subject.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { earnedChecks } from './ask.ts';
import { entrantOf, subjectOf } from './entrant.ts';

/** A mutant may take so many times what the slowest call of the solution takes, */
const TIMES = 100;
/** and never less than this. */
const SECONDS = 0.25;

/** The exercise, with a limit by which mutants that never end are soon known. */
export async function impatient(exercise: Exercise, sandbox: Sandbox): Promise<Exercise> {
  return withPatience(exercise, await slowestCall(exercise, sandbox));
}

/** @param slowest the milliseconds of a call of the solution */
export function withPatience(exercise: Exercise, slowest: number): Exercise {
  const { call } = exercise.limits;
  const seconds = Math.max(SECONDS, (TIMES * slowest) / 1000);
  const processorSeconds = Math.min(call.processorSeconds, seconds);
  return { ...exercise, limits: { ...exercise.limits, call: { ...call, processorSeconds } } };
}

/** In milliseconds, of the solution in a guest that has warmed up. */
async function slowestCall(exercise: Exercise, sandbox: Sandbox): Promise<number> {
  const session = sandbox.open();
  try {
    const subject = subjectOf(await entrantOf(exercise, exercise.solution), exercise, session);
    await earnedChecks(exercise, subject, 1);
    const watch = new Stopwatch(subject);
    await earnedChecks(exercise, watch, 2);
    return watch.slowest;
  } finally {
    session.close();
  }
}

/** A subject that knows how long the calls of its slowest message took, each. */
class Stopwatch implements Subject {
  slowest = 0;
  private readonly subject: Subject;

  constructor(subject: Subject) {
    this.subject = subject;
  }

  call(...question: Parameters<Subject['call']>): Promise<Outcome[]> {
    return this.time(question[1].length, () => this.subject.call(...question));
  }

  vjp(...question: Parameters<Subject['vjp']>): Promise<Outcome[]> {
    return this.time(question[1].length, () => this.subject.vjp(...question));
  }

  private async time<T>(calls: number, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const answer = await work();
    this.slowest = Math.max(this.slowest, (performance.now() - start) / Math.max(1, calls));
    return answer;
  }
}
