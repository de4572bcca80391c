import { describe, expect, it } from 'vitest';
import { passed } from '../case.ts';
import { checkTfjs } from './tfjs.ts';

describe('a case of TensorFlow.js', () => {
  /** The dense weight is 0, so the first prediction is 0, and only that weight moves: by -2 (0 - 1) tanh 1. */
  const spec = {
    layers: [
      { type: 'SimpleRNN', units: 1, use_bias: false, kernel_init: 1, recurrent_init: 1 },
      { type: 'Dense', units: 1, use_bias: false, kernel_init: 0 },
    ],
    x: { shape: [1, 1, 1], fill: 1 },
    y: [1],
    optimizer: { sgd: 1 },
    steps: 1,
  };
  const numbers = { loss_1: 1, kernel: [[1]], dense_kernel: [[2 * Math.tanh(1)]] };
  const one = {
    ...{ id: 'rnn', kind: 'train' as const, spec: spec as never, recommended_atol: 1e-4 },
    ...{ expected: numbers, recomputed_float64: numbers },
  };

  it('passes when training leads to its weights and losses', () => {
    expect(checkTfjs(one)).toEqual(passed);
  });

  it('fails for another weight or loss, and closer by for one of more digits', () => {
    const expected = { ...numbers, kernel: [[1.001]] };
    expect(checkTfjs({ ...one, expected })).toMatchObject({
      why: 'output kernel: element 0 is 1, not 1.001',
    });
    const recomputed_float64 = { ...numbers, loss_1: 1 + 1e-6 };
    expect(checkTfjs({ ...one, recomputed_float64 })).toMatchObject({
      why: expect.stringContaining('output loss_1'),
    });
    expect(checkTfjs({ ...one, expected: { loss_2: 1 } })).toMatchObject({
      why: expect.stringContaining('did not come'),
    });
  });

  it('is run by the program that its words became', () => {
    const id = 'tfjs-simplernn-stateful-linear';
    const forward = { ...one, id, kind: 'forward' as const };
    const said = (y1: number) => ({ ...forward, expected: { y1 }, recomputed_float64: { y1, y2: 7812 } });
    expect(checkTfjs(said(62))).toEqual(passed);
    expect(checkTfjs(said(63))).toMatchObject({ kind: 'failed' });
    expect(checkTfjs({ ...forward, id: 'unheard of' })).toMatchObject({ why: 'there is no program for it' });
  });
});
