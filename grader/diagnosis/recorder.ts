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
  private asked = new Set<string>();

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

/** The same questions to somebody else, in the same order. */
export async function replay(calls: RecordedCall[], subject: Subject): Promise<(Outcome | undefined)[]> {
  const answers: (Outcome | undefined)[] = [];
  for (const run of runsOf(calls)) answers.push(...pad(await ask(run, subject), run.length));
  return answers;
}

/** Neighbours that ask for the same function travel in one message. */
function runsOf(calls: RecordedCall[]): RecordedCall[][] {
  const runs: RecordedCall[][] = [];
  for (const call of calls) {
    const last = runs.at(-1)?.[0];
    if (last?.name === call.name && last.method === call.method) runs.at(-1)!.push(call);
    else runs.push([call]);
  }
  return runs;
}

function ask(run: RecordedCall[], subject: Subject): Promise<Outcome[]> {
  const { method, name } = run[0]!;
  const inputs = run.map(({ input }) => input);
  return method === 'call'
    ? subject.call(name, inputs as Plain[][])
    : subject.vjp(name, inputs as VjpInput[]);
}

function pad(outcomes: Outcome[], length: number): (Outcome | undefined)[] {
  return Array.from({ length }, (_, i) => outcomes[i]);
}
