import { describe, expect, it } from 'vitest';
import { eye, full, ones, randn, seededRng, select, type Tensor, zeros } from '#autograd';
import { GRU, LSTM, RNN, type RNNOptions } from '#autograd/nn';
import { distance, expectClose } from './testing/close.ts';
import { EVERY_LAYER } from './testing/layers.ts';

const UNITS = 250;

/** Layers of relu units that pass on what they see: each its input, or its own h of the step before. */
function passingOn(from: 'input' | 'past', options: Omit<RNNOptions, 'rng'>): RNN {
  const rnn = new RNN(UNITS, UNITS, { rng: seededRng(3), nonlinearity: 'relu', bias: false, ...options });
  const weights = Object.entries(rnn.stateDict()).map(([name, { shape }]) => {
    const passes = name.startsWith(from === 'input' ? 'weight_ih' : 'weight_hh');
    return [name, passes ? eye(UNITS) : zeros(shape)];
  });
  return rnn.loadStateDict(Object.fromEntries(weights));
}

/** Each element of x is 0 with probability p: as many are as chance allows, within 5 standard deviations. */
function expectZeros(x: Tensor, p: number): void {
  const deviation = Math.sqrt((p * (1 - p)) / x.size);
  expect(Math.abs(x.eq(0).mean().item() - p)).toBeLessThan(5 * deviation);
}

describe('dropout between layers', () => {
  const x = ones([3, 2, UNITS]);

  it('drops about p of the elements and scales the others, so that the expected value stays', () => {
    const { output } = passingOn('input', { numLayers: 2, dropout: 0.2 }).forward(x);
    expectZeros(output, 0.2);
    expect(new Set(output.storage)).toEqual(new Set([0, 1.25]));
  });

  it('drops others at every step and in every sequence', () => {
    const { output } = passingOn('input', { numLayers: 2, dropout: 0.5 }).forward(x);
    const masks = [0, 1, 2].flatMap((t) => [0, 1].map((n) => select(select(output, 0, t), 0, n)));
    masks.forEach((mask, i) => {
      for (const other of masks.slice(0, i)) expectZeros(mask.sub(other), 0.5);
    });
  });

  it('drops nothing after the last layer', () => {
    expectClose(passingOn('input', { dropout: 0.5 }).forward(x).output, x, 0);
  });

  it('drops between all layers', () => {
    const { output } = passingOn('input', { numLayers: 3, dropout: 0.5 }).forward(x);
    expectZeros(output, 0.75);
  });
});

describe('recurrent dropout', () => {
  const x = zeros([3, 2, UNITS]);
  const state = { h: ones([1, 2, UNITS]) };

  it('drops the same units at every step, and others in every sequence', () => {
    const { output } = passingOn('past', { recurrentDropout: 0.2 }).forward(x, { state });
    const mask = select(output, 0, 0);
    expect(new Set(mask.storage)).toEqual(new Set([0, 1.25]));
    expectZeros(mask, 0.2);
    expectClose(select(output, 0, 2), mask.pow(3));
    expect(distance(select(mask, 0, 0), select(mask, 0, 1))).toBeGreaterThan(0);
  });

  it('drops other units in every layer and direction', () => {
    const rnn = passingOn('past', { recurrentDropout: 0.5, bidirectional: true, numLayers: 2 });
    const masks = rnn.forward(zeros([1, 1, UNITS]), { state: { h: ones([4, 1, UNITS]) } }).state.h;
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 3],
    ])
      expectZeros(select(masks, 0, i).sub(select(masks, 0, j)), 0.5);
  });

  it('of all units leaves what the input alone says', () => {
    const rng = seededRng(1);
    const x = randn([4, 2, 3], rng);
    const lstm = new LSTM(3, 5, { rng, recurrentDropout: 1 });
    const forgetful = new LSTM(3, 5, { rng }).loadStateDict({
      ...lstm.stateDict(),
      weight_hh_l0: zeros([20, 5]),
    });
    expectClose(lstm.forward(x).output, forgetful.forward(x).output, 0);
  });

  it("does not touch what a GRU keeps of h beside the gates' products", () => {
    const gru = new GRU(1, 1, { rng: seededRng(1), recurrentDropout: 1, bias: false });
    gru.loadStateDict({ ...gru.stateDict(), weight_ih_l0: zeros([3, 1]) });
    // r and z are ½, n is 0: half of h stays
    expectClose(gru.forward(zeros([1, 1]), { state: { h: full([1, 1], 8) } }).output, [[4]]);
  });
});

describe.each(Object.entries(EVERY_LAYER))('%s with both kinds of dropout', (_, make) => {
  const options = { numLayers: 2, dropout: 0.5, recurrentDropout: 0.5, bidirectional: true };
  const x = randn([4, 3, 5], seededRng(2));

  it('drops nothing when it does not train', () => {
    const [dropping, plain] = [options, { ...options, dropout: 0, recurrentDropout: 0 }].map((given) =>
      make(5, 4, { rng: seededRng(1), ...given }),
    );
    expectClose(dropping.eval().forward(x).output, plain.forward(x).output, 0);
    expect(distance(dropping.train().forward(x).output, plain.forward(x).output)).toBeGreaterThan(0);
  });

  it('drops by its own generator alone: the same seed, the same numbers', () => {
    const rng = seededRng(1);
    const [first, again] = [rng, seededRng(1)].map((own) => make(5, 4, { rng: own, ...options }).forward(x));
    expectClose(first.output, again.output, 0);
    expect(rng.state).not.toBe(seededRng(1).state);
  });
});
