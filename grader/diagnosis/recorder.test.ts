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

  it('remembers each call with its outcome', async () => {
    const recorder = new Recorder(localSubject(functions));
    await recorder.call('double', numbers(2));
    expect(recorder.calls).toEqual([
      { method: 'call', name: 'double', input: [0], outcome: { kind: 'answer', value: 0 } },
      { method: 'call', name: 'double', input: [1], outcome: { kind: 'answer', value: 2 } },
    ]);
  });

  it('of each check remembers the first message to each function', async () => {
    const recorder = new Recorder(localSubject(functions));
    const namesAfter = async (...names: string[]) => {
      for (const name of names) await recorder.call(name, numbers(2));
      return recorder.calls.map(({ name }) => name).join(' ');
    };
    expect(await namesAfter('double', 'double', 'negate')).toBe('double double negate negate');
    recorder.begin();
    expect(await namesAfter('double')).toBe('double double negate negate double double');
  });

  it('forgets single questions, and more than forty', async () => {
    const recorder = new Recorder(localSubject(functions));
    await recorder.call('double', numbers(1));
    expect(recorder.calls).toHaveLength(0);
    await recorder.call('double', numbers(99));
    expect(recorder.calls).toHaveLength(40);
  });

  it('remembers only what was answered when the guest ended', async () => {
    const timeout: Outcome = { kind: 'timeout', ms: 1 };
    const recorder = new Recorder({ ...localSubject(functions), call: async () => [timeout] });
    await recorder.call('double', numbers(9));
    expect(recorder.calls).toEqual([{ method: 'call', name: 'double', input: [0], outcome: timeout }]);
  });
});
