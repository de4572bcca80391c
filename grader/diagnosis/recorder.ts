import type { Plain } from '../model/plain.ts';
import type { Outcome, Subject, VjpInput } from '../model/subject.ts';

/** Questions that a check asked of one function at once, with what came of each. */
export type Message = { check: string; name: string; outcomes: Outcome[] } & (
  | { method: 'call'; inputs: Plain[][] }
  | { method: 'vjp'; inputs: VjpInput[] }
);

/** More than this many inputs of one message add nothing to a diagnosis. */
const PER_MESSAGE = 40;

/**
 * A subject that remembers what it was asked and what it answered: of each check the first message to each function,
 * if it holds several inputs. Single ones are worked examples, or repeat a question in the search for a smaller input.
 */
export class Recorder implements Subject {
  readonly messages: Message[] = [];
  private readonly subject: Subject;
  private check = '';

  constructor(subject: Subject) {
    this.subject = subject;
  }

  /** A new check begins. */
  begin(check: string): void {
    this.check = check;
  }

  async call(name: string, inputs: Plain[][], options?: { after?: boolean }): Promise<Outcome[]> {
    const outcomes = await this.subject.call(name, inputs, options);
    this.remember({ check: this.check, method: 'call', name, inputs, outcomes });
    return outcomes;
  }

  async vjp(name: string, inputs: VjpInput[]): Promise<Outcome[]> {
    const outcomes = await this.subject.vjp(name, inputs);
    this.remember({ check: this.check, method: 'vjp', name, inputs, outcomes });
    return outcomes;
  }

  private remember(message: Message): void {
    const { check, method, name, inputs, outcomes } = message;
    const known = this.messages.some(
      (one) => one.check === check && one.method === method && one.name === name,
    );
    if (inputs.length === 1 || known) return;
    const outcomesOfSome = outcomes.slice(0, PER_MESSAGE);
    this.messages.push({
      ...message,
      inputs: inputs.slice(0, outcomesOfSome.length),
      outcomes: outcomesOfSome,
    } as Message);
  }
}
