import type { Plain } from '../model/plain.ts';
import type { Functions, Outcome, Subject } from '../model/subject.ts';
import { type Finding, fromDifference } from './finding.ts';
import { formDifference } from './form.ts';
import { solve } from './solution.ts';

/** A claim about a student's functions, written as if they could be called right here. */
export type Body<T> = (student: never) => T;

/** What a body came to: its result, or what ended it. */
export type Evaluation<T> = { result: T } | { ended: Finding };

type Reply = { answer: Plain } | { ended: Finding };

interface Progress<T> {
  body: Body<T>;
  /** The replies to the calls that the body makes, in their order. */
  known: Reply[];
  evaluation?: Evaluation<T>;
}

/**
 * Runs plain synchronous code against functions that live in a sandbox: the body runs until it makes a call whose
 * answer is not known, the call is made, and the body runs again from the start with that answer. Bodies must be
 * deterministic and change nothing. The calls of all bodies travel together, so a hundred inputs cost as many
 * messages as one.
 *
 * An answer reaches a body only in the form that the solution's has. What a body throws nevertheless, say for a list
 * that is too short, ends it as failed.
 *
 * @returns an evaluation for each body; none for those that were not reached before the guest ended
 */
export async function evaluateAll<T>(
  bodies: Body<T>[],
  subject: Subject,
  reference: Functions,
): Promise<(Evaluation<T> | undefined)[]> {
  const all: Progress<T>[] = bodies.map((body) => ({ body, known: [] }));
  let alive = true;
  for (let waiting = advance(all); alive && waiting.length > 0; waiting = advance(all)) {
    for (const name of new Set(waiting.map(({ asked }) => asked.name))) {
      const group = waiting.filter(({ asked }) => asked.name === name);
      alive &&= await ask(group, name, subject, reference);
    }
  }
  return all.map(({ evaluation }) => evaluation);
}

/** A call that a body waits for. */
class Asked {
  readonly name: string;
  readonly args: Plain[];

  constructor(name: string, args: Plain[]) {
    this.name = name;
    this.args = args;
  }
}

/** Leaves a body whose call came to no answer. */
class Ended {
  readonly finding: Finding;

  constructor(finding: Finding) {
    this.finding = finding;
  }
}

interface Waiting {
  progress: Progress<unknown>;
  asked: Asked;
}

/** @returns whether the guest answered to the end */
async function ask(group: Waiting[], name: string, subject: Subject, reference: Functions): Promise<boolean> {
  const outcomes = await subject.call(
    name,
    group.map(({ asked }) => asked.args),
  );
  for (const [i, outcome] of outcomes.entries()) {
    const { progress, asked } = group[i]!;
    progress.known.push(replyOf(outcome, asked, reference));
  }
  return outcomes.length === group.length;
}

function replyOf(outcome: Outcome, { name, args }: Asked, reference: Functions): Reply {
  if (outcome.kind !== 'answer') return { ended: outcome };
  const misfit = fromDifference(formDifference(outcome.value, solve(reference, name, args), name));
  return misfit ? { ended: misfit } : { answer: outcome.value };
}

/** Runs each body as far as it comes. */
function advance<T>(all: Progress<T>[]): Waiting[] {
  return all
    .filter(({ evaluation }) => !evaluation)
    .map((progress) => ({ progress, asked: run(progress) }))
    .filter((waiting): waiting is Waiting => waiting.asked !== undefined);
}

function run<T>(progress: Progress<T>): Asked | undefined {
  try {
    progress.evaluation = { result: progress.body(standIn(progress.known) as never) };
  } catch (thrown) {
    if (thrown instanceof Asked) return thrown;
    progress.evaluation = { ended: thrown instanceof Ended ? thrown.finding : stumbled(thrown) };
  }
  return undefined;
}

/** An object with every function that a body may ask for; its calls are answered by the replies, in order. */
function standIn(known: Reply[]): object {
  let calls = 0;
  const call = (name: string, args: Plain[]): Plain => {
    const reply = known[calls++];
    if (!reply) throw new Asked(name, args);
    if ('ended' in reply) throw new Ended(reply.ended);
    return reply.answer;
  };
  return new Proxy({}, { get: (_, name) => (...args: Plain[]) => call(String(name), args) });
}

function stumbled(thrown: unknown): Finding {
  return { kind: 'failed', why: `the answers do not fit the claim (${thrown})` };
}
