import { describe, expect, it } from 'vitest';
import { mul, type Tensor, tensor } from '#autograd';
import { localSubject } from '../checks/local-subject.ts';
import type { Outcome, Subject } from '../model/subject.ts';
import { Recorder } from './recorder.ts';
import { replay } from './replay.ts';

const functions = { double: (x: number) => 2 * x, square: (x: Tensor) => mul(x, x) };

async function recorded() {
  const recorder = new Recorder(localSubject(functions));
  const pull = { args: [tensor(3)], cotangents: [tensor(1)] };
  await recorder.call('double', [[1], [2]]);
  recorder.begin();
  await recorder.call('double', [[3], [4]]);
  recorder.begin();
  await recorder.call('square', [[tensor(1)], [tensor(2)]]);
  recorder.begin();
  await recorder.vjp('square', [pull, pull]);
  return recorder.calls;
}

describe('a replay', () => {
  it('to the same subject gives the same outcomes', async () => {
    const calls = await recorded();
    const answers = await replay(calls, localSubject(functions));
    expect(answers).toEqual(calls.map(({ outcome }) => outcome));
  });

  it('asks for neighbours in one message, a vjp in its own', async () => {
    const messages: string[] = [];
    const silent = (method: string) => async (name: string, inputs: unknown[]) => {
      messages.push(`${method} ${name} ${inputs.length}`);
      return [];
    };
    await replay(await recorded(), { call: silent('call'), vjp: silent('vjp') });
    expect(messages).toEqual(['call double 4', 'call square 2', 'vjp square 2']);
  });

  it('keeps the places of outcomes where somebody falls silent', async () => {
    const timeout: Outcome = { kind: 'timeout', ms: 1 };
    const local = localSubject(functions);
    const subject: Subject = {
      ...local,
      call: async (name, inputs) => (name === 'double' ? [timeout] : local.call(name, inputs)),
    };
    const answers = await replay(await recorded(), subject);
    expect(answers.map((answer) => answer?.kind)).toEqual([
      'timeout',
      ...[undefined, undefined, undefined],
      ...['answer', 'answer', 'answer', 'answer'],
    ]);
  });
});
