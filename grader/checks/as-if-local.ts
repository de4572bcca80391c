import type { Functions, Outcome, Subject } from '../model/subject.ts';
import { fromDifference } from './finding.ts';
import { formDifference } from './form.ts';
import { localSubject } from './local-subject.ts';
import { onlyAsked } from './only-asked.ts';
import { type Body, type Call, type Evaluation, type Reply, runBody } from './run-body.ts';

interface Progress<T> {
  body: Body<T>;
  /** The replies to the calls that the body has made so far. */
  replies: Reply[];
  evaluation?: Evaluation<T>;
}

/**
 * Runs plain synchronous code against functions that live in a sandbox: the body runs until it makes a call whose
 * answer is not known, the call is made, and the body runs again from the start with that answer. Bodies must be
 * deterministic and change nothing. The calls of all bodies travel together, so a hundred inputs cost as many
 * messages as one.
 *
 * An answer reaches a body only in the form of the solution's. What a body throws nevertheless, say for a list that
 * is too short, ends it as failed.
 *
 * @returns an evaluation for each body; none for those that were not reached before the guest ended
 */
export async function evaluateAll<T>(
  bodies: Body<T>[],
  subject: Subject,
  reference: Functions,
): Promise<(Evaluation<T> | undefined)[]> {
  const all: Progress<T>[] = bodies.map((body) => ({ body, replies: [] }));
  let alive = true;
  for (let waiting = advance(all); alive && waiting.length > 0; waiting = advance(all)) {
    for (const name of new Set(waiting.map(({ asks }) => asks.name))) {
      const group = waiting.filter(({ asks }) => asks.name === name);
      alive &&= await askFor(name, group, subject, reference);
    }
  }
  return all.map(({ evaluation }) => evaluation);
}

interface Waiting {
  replies: Reply[];
  asks: Call;
}

/** Runs each body as far as it comes. */
function advance<T>(all: Progress<T>[]): Waiting[] {
  return all.flatMap((progress) => {
    if (progress.evaluation) return [];
    const reached = runBody(progress.body, progress.replies);
    if ('asks' in reached) return [{ replies: progress.replies, asks: reached.asks }];
    progress.evaluation = reached;
    return [];
  });
}

/** @returns whether the guest answered to the end */
async function askFor(
  name: string,
  group: Waiting[],
  subject: Subject,
  reference: Functions,
): Promise<boolean> {
  const inputs = group.map(({ asks }) => asks.args);
  const outcomes = await subject.call(name, inputs);
  const truths = await localSubject(reference).call(name, inputs);
  for (const [i, outcome] of outcomes.entries()) group[i]!.replies.push(replyOf(outcome, truths[i]!, name));
  return outcomes.length === group.length;
}

function replyOf(outcome: Outcome, truth: Outcome, name: string): Reply {
  if (outcome.kind !== 'answer') return { ended: outcome };
  if (truth.kind !== 'answer')
    return {
      ended: { kind: 'failed', why: `an earlier answer leads to a call of ${name} that makes no sense` },
    };
  const misfit = fromDifference(formDifference(outcome.value, truth.value, name));
  return misfit ? { ended: misfit } : { answer: onlyAsked(outcome.value, truth.value) };
}
