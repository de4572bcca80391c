import { describe, expect, it } from 'vitest';
import { passed } from '../case.ts';
import { checkPytorchModule } from './pytorch-modules.ts';

const number = (x: number) => ({ shape: [1, 1], data: [x] });

/** relu(2 x + 3 h) for x = 1 and h = 4, times the cotangent 0.5. */
const step = {
  id: 'step',
  module: 'RNNCell' as const,
  ctor: { input_size: 1, hidden_size: 1, bias: false, nonlinearity: 'relu' },
  params: { weight_ih: number(2), weight_hh: number(3) },
  inputs: { input: number(1), h0: number(4) },
  outputs: { h_n: number(14) },
  cotangents: { h_n: number(0.5) },
  loss: 7,
  param_grads: { weight_ih: number(0.5), weight_hh: number(2) },
  input_grads: { input: number(1), h0: number(1.5) },
};

describe('a module of PyTorch passes', () => {
  it('with its results, its loss and its gradients', () => {
    expect(checkPytorchModule(step)).toEqual(passed);
  });

  it.each([
    ['output h_n', { outputs: { h_n: number(14.1) } }],
    ['output loss', { loss: 7.1 }],
    ['gradient weight_hh', { param_grads: { ...step.param_grads, weight_hh: number(2.1) } }],
    ['gradient h0', { input_grads: { ...step.input_grads, h0: number(1.6) } }],
  ])('not when the %s is another', (what, change) => {
    expect(checkPytorchModule({ ...step, ...change })).toMatchObject({ why: expect.stringContaining(what) });
  });

  it('not when a result is missing', () => {
    const outputs = { ...step.outputs, c_n: number(0) };
    expect(checkPytorchModule({ ...step, outputs })).toMatchObject({ why: 'output c_n: it did not come' });
  });
});
