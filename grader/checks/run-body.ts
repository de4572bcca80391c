import type { Plain } from '../model/plain.ts';
import type { Finding } from './finding.ts';

/** A claim about a student's functions, written as if they could be called right here. */
export type Body<T> = (student: never) => T;

/** What a call of a body came to. */
export type Reply = { answer: Plain } | { ended: Finding };

/** What a body came to: its result, or what ended it. */
export type Evaluation<T> = { result: T } | { ended: Finding };

/** A call that a body makes. */
export interface Call {
  name: string;
  args: Plain[];
}

/** Runs a body with the replies to its first calls: to its end, or to the first call without a reply. */
export function runBody<T>(body: Body<T>, replies: Reply[]): Evaluation<T> | { asks: Call } {
  try {
    return { result: body(standIn(replies) as never) };
  } catch (thrown) {
    if (thrown instanceof Leave) return thrown.with;
    return { ended: { kind: 'failed', why: `the answers do not fit the claim (${thrown})` } };
  }
}

/** Thrown to leave a body in the middle. */
class Leave {
  readonly with: { asks: Call } | { ended: Finding };

  constructor(reason: { asks: Call } | { ended: Finding }) {
    this.with = reason;
  }
}

/** An object with every function that a body may ask for; the replies are those to its calls, in their order. */
function standIn(replies: Reply[]): object {
  let calls = 0;
  const call = (name: string, args: Plain[]): Plain => {
    const reply = replies[calls++];
    if (!reply) throw new Leave({ asks: { name, args } });
    if ('ended' in reply) throw new Leave(reply);
    return reply.answer;
  };
  const functionOf =
    (name: string) =>
    (...args: Plain[]) =>
      call(name, args);
  return new Proxy({}, { get: (_, name) => functionOf(String(name)) });
}
