import fc from 'fast-check';
import { describe, it } from 'vitest';
import { randn, seededRng, select, slice, type Tensor, zeros } from '#autograd';
import { packPadded, padPacked } from '#autograd/nn';
import { mapState } from './state.ts';
import { expectClose, expectCloseStates } from './testing/close.ts';
import { gradientsOf } from './testing/gradients.ts';
import { type Drawn, drawnLayers, EVERY_LAYER } from './testing/layers.ts';
import { readNaively } from './testing/naive.ts';

describe.each(Object.entries(EVERY_LAYER))('%s', (_, make) => {
  const check = (property: (drawn: Drawn) => void) =>
    fc.assert(fc.property(drawnLayers(make), property), { seed: 1, numRuns: 8 });

  it('is its cells, one sequence after the other, one step after the other', () => {
    check(({ layer, x, lengths, state }) => {
      const naive = readNaively(layer, x, lengths, state);
      const read = layer.forward(x, { state, lengths });
      expectClose(read.output, naive.output, 1e-13);
      expectCloseStates(read.state, naive.state, 1e-13);
    });
  });

  it('has the gradients of its cells', () => {
    check(({ layer, x, lengths, state }) => {
      const naive = gradientsOf(layer, { x, ...state }, () => readNaively(layer, x, lengths, state));
      gradientsOf(layer, { x, ...state }, () => layer.forward(x, { state, lengths })).forEach(
        (gradient, i) => {
          expectClose(gradient, naive[i], 1e-11);
        },
      );
    });
  });

  it('takes all lengths as equal, and the state as zeros, unless told otherwise', () => {
    check(({ layer, x, state }) => {
      const [T, N] = x.shape;
      const nothing = mapState(state, (part) => zeros(part.shape));
      const read = layer.forward(x);
      const told = layer.forward(x, { lengths: new Array(N).fill(T), state: nothing });
      expectClose(read.output, told.output, 0);
      expectCloseStates(read.state, told.state, 0);
    });
  });

  it('reads a batch with the sequences first', () => {
    const rng = seededRng(1);
    const [one, other] = [false, true].map((batchFirst) => make(3, 2, { rng: seededRng(5), batchFirst }));
    const x = randn([4, 2, 3], rng);
    const [steps, rows] = [one.forward(x), other.forward(x.transpose(0, 1), { lengths: [4, 4] })];
    expectClose(rows.output, steps.output.transpose(0, 1), 0);
    expectCloseStates(rows.state, steps.state, 0);
  });

  it('reads a single sequence as a batch of one', () => {
    check(({ layer, x, state }) => {
      const first = (part: Tensor) => select(part, 1, 0);
      const single = layer.forward(first(x), { state: mapState(state, first) });
      const batch = layer.forward(slice(x, 1, 0, 1), {
        state: mapState(state, (part) => slice(part, 1, 0, 1)),
      });
      expectClose(single.output, first(batch.output), 0);
      expectCloseStates(single.state, mapState(batch.state, first), 0);
    });
  });

  it('reads a packed batch as the padded one, and answers in kind', () => {
    check(({ layer, x, lengths, state }) => {
      const packed = layer.forward(packPadded(x, lengths), { state });
      const padded = layer.forward(x, { lengths, state });
      expectClose(padPacked(packed.output, { totalLength: x.shape[0] }).output, padded.output, 0);
      expectCloseStates(packed.state, padded.state, 0);
    });
  });
});
