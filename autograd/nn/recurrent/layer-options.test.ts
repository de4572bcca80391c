import { describe, expect, it } from 'vitest';
import { seededRng, zeros } from '#autograd';
import { LSTM, packPadded, RNN } from '#autograd/nn';
import { EVERY_LAYER } from './testing/layers.ts';

describe.each(Object.entries(EVERY_LAYER))('%s', (_, make) => {
  it('refuses what does not fit', () => {
    const layer = make(3, 2, { rng: seededRng(1), numLayers: 2 });
    const name = layer.constructor.name;
    const { state } = layer.forward(zeros([4, 5, 3]));
    const size = state.h.shape[2];
    expect(() => layer.forward(zeros([4, 5, 2]))).toThrow(
      `${name}: x is [4, 5, 2].\n  It takes [T, N, 3] or [T, 3].`,
    );
    expect(() => layer.forward(zeros([4]))).toThrow(`${name}: x is [4].`);
    expect(() => layer.forward(zeros([4, 2]))).toThrow('It takes [T, N, 3] or [T, 3].');
    expect(() => layer.forward(packPadded(zeros([4, 5, 2]), [1, 2, 3, 4, 4]))).toThrow(
      `${name}: x is [14, 2].\n  It takes packed rows [Σ batchSizes, 3].`,
    );
    expect(() => layer.forward(zeros([4, 6, 3]), { state })).toThrow(
      `${name}: the state's h is [2, 5, ${size}], not [2, 6, ${size}].\n  States are not broadcast; without one, zeros are taken.`,
    );
    expect(() => layer.forward(zeros([4, 3]), { state })).toThrow(
      `the state's h is [2, 5, ${size}], not [2, ${size}]`,
    );
    expect(() => layer.forward(zeros([4, 5, 3]), { lengths: [1, 2] })).toThrow(
      'lengths: [1, 2] do not fit a batch of 5 sequences of 4 steps.',
    );
  });
});

describe('the parameters of a layer', () => {
  it("have PyTorch's names, in its order", () => {
    const layer = new LSTM(3, 4, { rng: seededRng(1), numLayers: 2, bidirectional: true, projSize: 2 });
    const names = ['weight_ih', 'weight_hh', 'bias_ih', 'bias_hh', 'weight_hr'];
    const places = ['l0', 'l0_reverse', 'l1', 'l1_reverse'];
    expect(Object.keys(layer.namedParameters())).toEqual(
      places.flatMap((place) => names.map((name) => `${name}_${place}`)),
    );
    expect(layer.namedParameters().weight_ih_l1.shape).toEqual([16, 4]);
  });

  it('are those of its cells', () => {
    const layer = new RNN(3, 4, { rng: seededRng(1), bias: false });
    expect(layer.parameters()).toEqual(layer.cells[0][0].parameters());
    expect(Object.keys(layer.namedParameters())).toEqual(['weight_ih_l0', 'weight_hh_l0']);
  });
});

describe('options', () => {
  it.each([0, 1.5, Number.NaN])('there are no %s layers', (numLayers) => {
    expect(() => new RNN(2, 3, { rng: seededRng(1), numLayers })).toThrow(
      `RNN: numLayers is ${numLayers}.\n  It takes an integer of 1 or more.`,
    );
  });

  it.each(['dropout', 'recurrentDropout'])('%s is a probability', (option) => {
    expect(() => new LSTM(2, 3, { rng: seededRng(1), [option]: 1.1 })).toThrow(
      `LSTM: ${option} is 1.1, which is no probability.`,
    );
  });
});
