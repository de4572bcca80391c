import type { Plain } from '../model/plain.ts';
import type { Outcome, Subject, VjpInput } from '../model/subject.ts';

/** What one function was asked at once. */
export type Question =
  | { how: 'call'; name: string; inputs: Plain[][]; outcomes: Outcome[] }
  | { how: 'vjp'; name: string; inputs: VjpInput[]; outcomes: Outcome[] };

/** A subject that remembers all that it was asked, with the answers, and how the calls left their arguments. */
export class Questions implements Subject {
  readonly all: Question[] = [];
  private readonly subject: Subject;

  constructor(subject: Subject) {
    this.subject = subject;
  }

  /** The functions that were asked. */
  get names(): string[] {
    return [...new Set(this.all.map(({ name }) => name))];
  }

  /** How many inputs a function was given. */
  countOf(asked: string): number {
    return this.all.reduce((sum, { name, inputs }) => (name === asked ? sum + inputs.length : sum), 0);
  }

  async call(name: string, inputs: Plain[][]): Promise<Outcome[]> {
    const outcomes = await this.subject.call(name, inputs, { after: true });
    this.all.push({ how: 'call', name, inputs, outcomes });
    return outcomes;
  }

  async vjp(name: string, inputs: VjpInput[]): Promise<Outcome[]> {
    const outcomes = await this.subject.vjp(name, inputs);
    this.all.push({ how: 'vjp', name, inputs, outcomes });
    return outcomes;
  }
}

/** The same question to another. */
export function put(question: Question, subject: Subject): Promise<Outcome[]> {
  return question.how === 'call'
    ? subject.call(question.name, question.inputs, { after: true })
    : subject.vjp(question.name, question.inputs);
}
