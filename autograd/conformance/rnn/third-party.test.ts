import { describe, expect, it } from 'vitest';
import { passed } from '../case.ts';
import { checkThirdParty } from './third-party.ts';

const encoded = (shape: number[], ...data: number[]) => ({ shape, data });
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** z, r and the candidate each see 2 x + 3 h, with the reset before the product. */
const [x, h] = [0.5, -0.25];
const gate = sigmoid(2 * x + 3 * h);
const candidate = Math.tanh(2 * x + 3 * gate * h);
const next = (1 - gate) * candidate + gate * h;

const gru = {
  id: 'gru',
  cell: 'gru' as const,
  features: ['gru_reset_before'],
  recommended_atol: 1e-12,
  onnx: {
    attrs: { direction: 'forward' as const, hidden_size: 1, linear_before_reset: 0 },
    inputs: {
      X: encoded([1, 1, 1], x),
      W: encoded([1, 3, 1], 2, 2, 2),
      R: encoded([1, 3, 1], 3, 3, 3),
      initial_h: encoded([1, 1, 1], h),
    },
    outputs: { Y_h: encoded([1, 1, 1], next) },
  },
};

describe("a case of another project's tests passes", () => {
  it('when the layer and the cell of ops give its numbers', () => {
    expect(checkThirdParty(gru)).toEqual(passed);
  });

  it('not when a number is another, or the reset comes elsewhere', () => {
    const outputs = { Y_h: encoded([1, 1, 1], next + 1e-6) };
    expect(checkThirdParty({ ...gru, onnx: { ...gru.onnx, outputs } })).toMatchObject({
      why: expect.stringMatching(/output Y_h: element 0/),
    });
    const attrs = { ...gru.onnx.attrs, linear_before_reset: 1 };
    expect(checkThirdParty({ ...gru, onnx: { ...gru.onnx, attrs } })).toMatchObject({ kind: 'failed' });
  });
});

describe('a case that PyTorch has a layer for', () => {
  const one = (...data: number[]) => encoded([1, 1, 1], ...data);
  const outputs = { output: one(2) };
  const grads = { input: one(2), weight_ih_l0: encoded([1, 1], 1) };
  const torch = {
    module: 'RNN' as const,
    ctor: { input_size: 1, hidden_size: 1, bias: false, nonlinearity: 'relu' },
    params: { weight_ih_l0: encoded([1, 1], 2), weight_hh_l0: encoded([1, 1], 3) },
    inputs: { input: one(1) },
    expected: { h_n: one(2) },
    derived: { outputs, cotangents: { output: one(1) }, loss: 2, grads },
  };
  const check = (change: object) => checkThirdParty({ ...gru, torch: { ...torch, ...change } });

  it('passes with what its source says, and with what PyTorch says', () => {
    expect(check({})).toEqual(passed);
    expect(check({ expected: { h_n: one(2.1) } })).toMatchObject({
      why: 'output h_n: element 0 is 2, not 2.1',
    });
    const derived = { ...torch.derived, grads: { input: one(2.1) } };
    expect(check({ derived })).toMatchObject({ why: 'gradient input: element 0 is 2, not 2.1' });
  });
});
