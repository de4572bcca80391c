import { limitsSchema } from '../model/limits.ts';
import type { Plain } from '../model/plain.ts';
import type { Level } from '../model/report.ts';
import { openAt } from '../sandbox/open-at.ts';
import { echoIn, firstAnswer } from './first-answer.ts';
import { REFERENCES, slowness } from './references.ts';
import { perSecond } from './samples.ts';
import type { Row, Section } from './table.ts';

const MS = 1500;

/** What is measured is how fast calls are, not when they become too many. */
const many = { processorSeconds: 1e4, wallSeconds: 1e4, answerMegabytes: 1e6 };
const generous = limitsSchema.parse({ exercise: many, submission: many });

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i / 7);

/** Calls a second of one guest: each waits for the one before, or many inputs go in one message. */
export async function calling(level: Level, plainMs: number): Promise<Section> {
  const sandbox = openAt(level, { limits: generous });
  const session = await firstAnswer(sandbox);
  const subject = echoIn(session);
  const rate = (input: Plain, together: number) => {
    const inputs = Array.from({ length: together }, () => [input]);
    const ask = async () => {
      const answers = await subject.call('f', inputs);
      if (answers.at(-1)?.kind !== 'answer') throw new Error(`no answer: ${JSON.stringify(answers.at(-1))}`);
    };
    return perSecond(MS, ask).then((messages) => messages * together);
  };
  const row = async (what: string, input: Plain, together: number, reference?: number): Promise<Row> => {
    const calls = await rate(input, together);
    const expected = reference && reference / slowness(plainMs);
    return {
      what: `${what}, ${together === 1 ? 'one at a time' : `${together} a message`}`,
      here: perSecondText(calls),
      ...(expected && { reference: perSecondText(expected), worse: expected / calls }),
    };
  };
  const rows = [
    await row('a number', 1, 1, REFERENCES.callsPerSecond),
    await row('a number', 1, 64, REFERENCES.callsPerSecondAhead),
    await row('256 numbers', numbers(256), 1),
    await row('256 numbers', numbers(256), 64),
    await row('100,000 numbers', numbers(100_000), 1),
    await row('100,000 numbers', numbers(100_000), 8),
  ];
  session.close();
  sandbox.close();
  return { title: `calls a second at level ${level}`, rows };
}

function perSecondText(rate: number): string {
  return `${Math.round(rate).toLocaleString('en')} /s`;
}
