import { describe, expect, it } from 'vitest';
import { mul, type Tensor, tensor } from '#autograd';
import { localSubject } from '../checks/local-subject.ts';
import type { Outcome, Subject } from '../model/subject.ts';
import { Agreement } from './agreement.ts';
import { Recorder } from './recorder.ts';

const functions = { double: (x: number) => 2 * x, square: (x: Tensor) => mul(x, x) };

async function recorded() {
  const recorder = new Recorder(localSubject(functions));
  const pull = { args: [tensor(3)], cotangents: [tensor(1)] };
  await recorder.call('double', [[1], [2], [3]]);
  await recorder.call('square', [[tensor(1)], [tensor(2)]]);
  await recorder.vjp('square', [pull, pull]);
  return recorder.messages;
}

const withSubject = (subject: Subject) => new Agreement(async () => subject);

describe('the agreement', () => {
  it('of somebody with themselves is complete, gradients included', async () => {
    const messages = await recorded();
    expect(messages.map(({ method }) => method)).toEqual(['call', 'call', 'vjp']);
    expect(await withSubject(localSubject(functions)).onAll(messages)).toBe(true);
  });

  it('is told input by input', async () => {
    const [message] = await recorded();
    const other = localSubject({ ...functions, double: (x: number) => (x === 2 ? 5 : 2 * x) });
    expect(await withSubject(other).on(message!)).toEqual([true, false, true]);
  });

  it('ends where somebody falls silent', async () => {
    const timeout: Outcome = { kind: 'timeout', ms: 1 };
    const silent = { ...localSubject(functions), call: async () => [timeout] };
    const [message] = await recorded();
    expect(await withSubject(silent).on(message!)).toEqual([false, false, false]);
  });

  it('puts each message once, none after the first difference, and starts nobody before the first', async () => {
    const asked: string[] = [];
    const local = localSubject({ ...functions, double: () => 0 });
    const agreement = new Agreement(async () => {
      asked.push('started');
      const call: Subject['call'] = (name, inputs) => {
        asked.push(name);
        return local.call(name, inputs);
      };
      return { ...local, call };
    });
    expect(asked).toEqual([]);
    const messages = await recorded();
    expect(await agreement.onAll(messages)).toBe(false);
    expect(await agreement.onAll(messages)).toBe(false);
    expect(asked).toEqual(['started', 'double']);
  });
});
