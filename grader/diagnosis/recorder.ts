import type { Plain } from '../model/plain.ts';
import type { Outcome, Subject, VjpInput } from '../model/subject.ts';

/** One call of a submission, with what came of it. */
export type RecordedCall =
  | { method: 'call'; name: string; input: Plain[]; outcome: Outcome }
  | { method: 'vjp'; name: string; input: VjpInput; outcome: Outcome };

/** More than this many calls of one message add nothing to a diagnosis. */
const PER_MESSAGE = 40;

/**
 * A subject that remembers what it was asked and what it answered: of each check the first message to each function,
 * if it holds several inputs. Single ones are worked examples, or repeat a question in the search for a smaller input.
 */
export class Recorder implements Subject {
  readonly calls: RecordedCall[] = [];
  private readonly subject: Subject;
  private readonly asked = new Set<string>();

  constructor(subject: Subject) {
    this.subject = subject;
  }

  /** A new check begins. */
  begin(): void {
    this.asked.clear();
  }

  async call(name: string, inputs: Plain[][], options?: { after?: boolean }): Promise<Outcome[]> {
    const outcomes = await this.subject.call(name, inputs, options);
    this.remember(name, inputs, outcomes, (input, outcome) => ({ method: 'call', name, input, outcome }));
    return outcomes;
  }

  async vjp(name: string, inputs: VjpInput[]): Promise<Outcome[]> {
    const outcomes = await this.subject.vjp(name, inputs);
    this.remember(name, inputs, outcomes, (input, outcome) => ({ method: 'vjp', name, input, outcome }));
    return outcomes;
  }

  private remember<I>(
    name: string,
    inputs: I[],
    outcomes: Outcome[],
    call: (input: I, outcome: Outcome) => RecordedCall,
  ): void {
    if (inputs.length === 1 || this.asked.has(name)) return;
    this.asked.add(name);
    for (const [i, outcome] of outcomes.slice(0, PER_MESSAGE).entries())
      this.calls.push(call(inputs[i]!, outcome));
  }
}
