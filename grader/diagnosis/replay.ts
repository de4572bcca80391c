import type { Plain } from '../model/plain.ts';
import type { Outcome, Subject, VjpInput } from '../model/subject.ts';
import type { RecordedCall } from './recorder.ts';

/** The same questions to somebody else, in the same order; undefined where they fell silent. */
export async function replay(calls: RecordedCall[], subject: Subject): Promise<(Outcome | undefined)[]> {
  const answers: (Outcome | undefined)[] = [];
  for (const run of runsOf(calls)) {
    const outcomes = await ask(run, subject);
    answers.push(...run.map((_, i) => outcomes[i]));
  }
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
