import type { Check } from '../../model/exercise.ts';
import type { Functions, Outcome, Subject } from '../../model/subject.ts';
import type { Verdict } from '../../model/verdict.ts';
import { localSubject } from '../local-subject.ts';

/** What a check needs to say about itself, where nobody asks. */
export const about = { id: 'id', name: 'a claim', points: 1, visibility: 'hidden', hint: 'a hint' } as const;

export function verdictOn(check: Check, student: Functions | Subject, reference: Functions, seed = 1) {
  const subject = isSubject(student) ? student : localSubject(student);
  return check.run({ subject, reference, seed });
}

function isSubject(student: Functions | Subject): student is Subject {
  return 'call' in student && 'vjp' in student;
}

/** A subject that counts the messages and the inputs in them. */
export function counting(subject: Subject): Subject & { messages: number; inputs: number } {
  const counted = {
    messages: 0,
    inputs: 0,
    count(inputs: unknown[]) {
      counted.messages++;
      counted.inputs += inputs.length;
    },
    call(...args: Parameters<Subject['call']>) {
      counted.count(args[1]);
      return subject.call(...args);
    },
    vjp(...args: Parameters<Subject['vjp']>) {
      counted.count(args[1]);
      return subject.vjp(...args);
    },
  };
  return counted;
}

/** A subject that answers so many inputs of each message, says how it ended, and falls silent. */
export function endingAfter(count: number, ending: Outcome | undefined, functions: Functions): Subject {
  const subject = localSubject(functions);
  const cut = (outcomes: Outcome[]) =>
    outcomes.length <= count ? outcomes : [...outcomes.slice(0, count), ...(ending ? [ending] : [])];
  return {
    call: async (...args) => cut(await subject.call(...args)),
    vjp: async (...args) => cut(await subject.vjp(...args)),
  };
}

/** A subject with one outcome for everything. */
export function always(outcome: Outcome): Subject {
  const answer = async (_: string, inputs: unknown[]) => inputs.map(() => outcome);
  return { call: answer, vjp: answer };
}

export function counterexampleOf(verdict: Verdict) {
  if (!('counterexample' in verdict) || !verdict.counterexample)
    throw new Error(`no counterexample in ${JSON.stringify(verdict)}`);
  return verdict.counterexample;
}
