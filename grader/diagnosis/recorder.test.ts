import { describe, expect, it } from 'vitest';
import { tensor } from '#autograd';
import { localSubject } from '../checks/local-subject.ts';
import type { Outcome } from '../model/subject.ts';
import { Recorder } from './recorder.ts';

const functions = { double: (x: number) => 2 * x, negate: (x: number) => -x };
const numbers = (count: number) => Array.from({ length: count }, (_, i) => [i]);

describe('a recorder', () => {
  it('answers as its subject does, and passes on what is asked', async () => {
    const outcome: Outcome = { kind: 'answer', value: 1 };
    const asked: unknown[][] = [];
    const note = async (...args: unknown[]) => {
      asked.push(args);
      return [outcome];
    };
    const recorder = new Recorder({ call: note, vjp: note });
    expect(await recorder.call('f', [[1]], { after: true })).toEqual([outcome]);
    expect(await recorder.vjp('g', [{ args: [tensor(1)], cotangents: [] }])).toEqual([outcome]);
    expect(asked).toEqual([
      ['f', [[1]], { after: true }],
      ['g', [{ args: [tensor(1)], cotangents: [] }]],
    ]);
  });

  it('remembers each message with its outcomes', async () => {
    const recorder = new Recorder(localSubject(functions));
    recorder.begin('a check');
    await recorder.call('double', numbers(2));
    const outcomes = [0, 2].map((value) => ({ kind: 'answer', value }));
    expect(recorder.messages).toEqual([
      { check: 'a check', method: 'call', name: 'double', inputs: [[0], [1]], outcomes },
    ]);
  });

  it('of each check remembers the first message to each function', async () => {
    const recorder = new Recorder(localSubject(functions));
    const namesAfter = async (...names: string[]) => {
      for (const name of names) await recorder.call(name, numbers(2));
      return recorder.messages.map(({ name }) => name).join(' ');
    };
    recorder.begin('one');
    expect(await namesAfter('double', 'double', 'negate')).toBe('double negate');
    recorder.begin('two');
    expect(await namesAfter('double')).toBe('double negate double');
  });

  it('forgets single questions, and more than forty', async () => {
    const recorder = new Recorder(localSubject(functions));
    await recorder.call('double', numbers(1));
    expect(recorder.messages).toEqual([]);
    await recorder.call('double', numbers(99));
    expect(recorder.messages[0]!.inputs).toHaveLength(40);
    expect(recorder.messages[0]!.outcomes).toHaveLength(40);
  });

  it('remembers only what was answered when the guest ended', async () => {
    const timeout: Outcome = { kind: 'timeout', ms: 1 };
    const recorder = new Recorder({ ...localSubject(functions), call: async () => [timeout] });
    await recorder.call('double', numbers(9));
    expect(recorder.messages).toMatchObject([{ inputs: [[0]], outcomes: [timeout] }]);
  });
});
