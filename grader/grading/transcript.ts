import type { Check } from '../model/exercise.ts';
import type { Plain } from '../model/plain.ts';
import type { Outcome, Subject, VjpInput } from '../model/subject.ts';

/** One call and what came of it; `after` is a call that also tells how it left its arguments. */
export type Asked = { name: string; outcome: Outcome } & (
  | { how: 'call' | 'after'; input: Plain[] }
  | { how: 'vjp'; input: VjpInput }
);

/** More calls of one check are those of a search for a smaller input. */
const AT_MOST = 500;

/** A subject that remembers, of checks that passed, every call. */
export class Transcript implements Subject {
  /** By check, in the order in which they ran. */
  readonly passed = new Map<Check, Asked[]>();
  private readonly subject: Subject;
  private current: Asked[] = [];

  constructor(subject: Subject) {
    this.subject = subject;
  }

  async call(name: string, inputs: Plain[][], options?: { after?: boolean }): Promise<Outcome[]> {
    const outcomes = await this.subject.call(name, inputs, options);
    const how = options?.after ? 'after' : 'call';
    this.note(outcomes.map((outcome, i) => ({ how, name, input: inputs[i]!, outcome })));
    return outcomes;
  }

  async vjp(name: string, inputs: VjpInput[]): Promise<Outcome[]> {
    const outcomes = await this.subject.vjp(name, inputs);
    this.note(outcomes.map((outcome, i) => ({ how: 'vjp', name, input: inputs[i]!, outcome })));
    return outcomes;
  }

  /** A check has run, by the calls since the last one. */
  end(check: Check, passed: boolean): void {
    if (passed) this.passed.set(check, this.current);
    this.current = [];
  }

  private note(calls: Asked[]): void {
    this.current.push(...calls.slice(0, AT_MOST - this.current.length));
  }
}
