import type { Plain } from '../model/plain.ts';
import type { Outcome, Subject, VjpInput } from '../model/subject.ts';

/** What one function was asked at once. */
export type Question =
  | { how: 'call'; name: string; inputs: Plain[][]; outcomes: Outcome[] }
  | { how: 'vjp'; name: string; inputs: VjpInput[]; outcomes: Outcome[] };

/** A subject that remembers all that it was asked, with the answers. */
export class Questions implements Subject {
  readonly all: Question[] = [];
  private readonly subject: Subject;

  constructor(subject: Subject) {
    this.subject = subject;
  }

  get inputs(): number {
    return this.all.reduce((sum, { inputs }) => sum + inputs.length, 0);
  }

  /** The functions that were asked. */
  get names(): string[] {
    return [...new Set(this.all.map(({ name }) => name))];
  }

  async call(name: string, inputs: Plain[][], options?: { after?: boolean }): Promise<Outcome[]> {
    const outcomes = await this.subject.call(name, inputs, options);
    this.all.push({ how: 'call', name, inputs, outcomes });
    return outcomes;
  }

  async vjp(name: string, inputs: VjpInput[]): Promise<Outcome[]> {
    const outcomes = await this.subject.vjp(name, inputs);
    this.all.push({ how: 'vjp', name, inputs, outcomes });
    return outcomes;
  }
}
