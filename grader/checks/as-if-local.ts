import type { Plain } from '../model/plain.ts';
import type { Outcome, Subject } from '../model/subject.ts';

/** A claim about a student's functions, written as if they could be called right here. */
export type Body<T> = (student: never) => T;

/** What a body came to: its result, or the outcome of the call that ended it. */
export type Evaluation<T> = { result: T } | { ended: Exclude<Outcome, { kind: 'answer' }> };

interface Progress<T> {
  body: Body<T>;
  /** The outcomes of the calls that the body makes, in their order. */
  known: Outcome[];
  evaluation?: Evaluation<T>;
}

class Asked {
  readonly name: string;
  readonly args: Plain[];

  constructor(name: string, args: Plain[]) {
    this.name = name;
    this.args = args;
  }
}

class Ended {
  readonly outcome: Exclude<Outcome, { kind: 'answer' }>;

  constructor(outcome: Exclude<Outcome, { kind: 'answer' }>) {
    this.outcome = outcome;
  }
}

/**
 * Runs plain synchronous code against functions that live in a sandbox: the body runs until it makes a call whose
 * answer is not known, the call is made, and the body runs again from the start with that answer. Bodies must be
 * deterministic. The calls of all bodies travel together, so a hundred inputs cost as many messages as one.
 *
 * @returns an evaluation for each body; none for those that were not reached before the guest ended
 */
export async function evaluateAll<T>(
  bodies: Body<T>[],
  subject: Subject,
): Promise<(Evaluation<T> | undefined)[]> {
  const all: Progress<T>[] = bodies.map((body) => ({ body, known: [] }));
  for (let waiting = advance(all); waiting.length > 0; waiting = advance(all)) {
    for (const name of new Set(waiting.map(({ asked }) => asked.name))) {
      const group = waiting.filter(({ asked }) => asked.name === name);
      const outcomes = await subject.call(
        name,
        group.map(({ asked }) => asked.args),
      );
      for (const [i, outcome] of outcomes.entries()) group[i]!.progress.known.push(outcome);
      if (outcomes.length < group.length) {
        advance(all);
        return all.map(({ evaluation }) => evaluation);
      }
    }
  }
  return all.map(({ evaluation }) => evaluation);
}

function advance<T>(all: Progress<T>[]): { progress: Progress<T>; asked: Asked }[] {
  const waiting: { progress: Progress<T>; asked: Asked }[] = [];
  for (const progress of all) {
    if (progress.evaluation) continue;
    const asked = run(progress);
    if (asked) waiting.push({ progress, asked });
  }
  return waiting;
}

function run<T>(progress: Progress<T>): Asked | undefined {
  let calls = 0;
  const answer = (name: string, args: Plain[]): Plain => {
    const outcome = progress.known[calls++];
    if (!outcome) throw new Asked(name, args);
    if (outcome.kind !== 'answer') throw new Ended(outcome);
    return outcome.value;
  };
  const student = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: Plain[]) =>
          answer(String(name), args),
    },
  );
  try {
    progress.evaluation = { result: progress.body(student as never) };
  } catch (thrown) {
    if (thrown instanceof Asked) return thrown;
    if (!(thrown instanceof Ended)) throw thrown;
    progress.evaluation = { ended: thrown.outcome };
  }
  return undefined;
}
