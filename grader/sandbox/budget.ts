import type { ScopeLimits } from '../model/limits.ts';
import type { Outcome } from '../model/subject.ts';

export type Scope = 'call' | 'exercise' | 'submission';

/** What was used: milliseconds on the clock, milliseconds of the processor, bytes of answers. */
export interface Use {
  wall: number;
  processor: number;
  bytes: number;
}

/** What the calls of a scope may use, and what they have used before the question that is asked now. */
export interface Budget {
  of: Scope;
  most: Use;
  used: Use;
}

/** Who used no more than this share of its processor time has only waited. */
const IDLE = 0.1;

export function budgetOf(of: Scope, { processorSeconds, wallSeconds, answerMegabytes }: ScopeLimits): Budget {
  return {
    of,
    most: { wall: 1000 * wallSeconds, processor: 1000 * processorSeconds, bytes: answerMegabytes * 2 ** 20 },
    used: { wall: 0, processor: 0, bytes: 0 },
  };
}

export function spend({ used }: Budget, more: Use): void {
  used.wall += more.wall;
  used.processor += more.processor;
  used.bytes += more.bytes;
}

/** So many milliseconds pass at least until the budget is used up. */
export function msLeft({ most, used }: Budget, more: Use): number {
  return Math.min(most.wall - used.wall - more.wall, most.processor - used.processor - more.processor);
}

/** What of the budget is used up, as the outcome of the call that was due; nothing while something of all is left. */
export function overrun({ of, most, used }: Budget, more: Use): Outcome | undefined {
  const [wall, processor] = [used.wall + more.wall, used.processor + more.processor];
  if (wall >= most.wall && processor < IDLE * most.processor)
    return { kind: 'timeout', ms: most.wall, clock: 'wall', ...scopeOf(of) };
  // who works on a machine that is too busy for it hears the same as on any other
  if (wall >= most.wall || processor >= most.processor)
    return { kind: 'timeout', ms: most.processor, ...scopeOf(of) };
  return used.bytes + more.bytes > most.bytes ? tooLarge(of, most.bytes) : undefined;
}

const WHOSE_ANSWERS: Record<Scope | 'question', string> = {
  call: 'the answer is',
  question: 'the answers to one question are together',
  exercise: 'the answers of this exercise are together',
  submission: 'the answers of the whole submission are together',
};

export function tooLarge(of: Scope | 'question', bytes: number): Outcome {
  const megabytes = bytes / 2 ** 20;
  const why = `${WHOSE_ANSWERS[of]} larger than ${megabytes} MB: return what is asked for and nothing else`;
  return { kind: 'invalid-answer', why, megabytes };
}

function scopeOf(of: Scope): { of?: Exclude<Scope, 'call'> } {
  return of === 'call' ? {} : { of };
}
