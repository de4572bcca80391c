import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexSelect, pad, randn, seededRng, slice, type Tensor, tensor, where } from '#autograd';
import { carry } from '#autograd/nn';
import { mapState } from './state.ts';
import { expectClose, expectCloseStates } from './testing/close.ts';
import { gradientsOf } from './testing/gradients.ts';
import { type Drawn, drawnLayers, EVERY_LAYER } from './testing/layers.ts';

/** 1 where a sequence of the batch [T, N, …] has a step. */
function present({ x, lengths }: Drawn): Tensor {
  const [T, N] = x.shape;
  const steps = Array.from({ length: T }, (_, t) => lengths.map((length) => (t < length ? 1 : 0)));
  return tensor(steps).reshape([T, N, 1]);
}

describe.each(Object.entries(EVERY_LAYER))('%s', (_, make) => {
  const drawn = drawnLayers(make);
  const forwards = drawnLayers(make, { bidirectional: false });
  const check = (layers: typeof drawn, property: (drawn: Drawn) => void) =>
    fc.assert(fc.property(layers, property), { seed: 1, numRuns: 8 });

  it('never looks at padding, even if it is no number, and gives it no gradient', () => {
    check(drawn, (given) => {
      const { layer, lengths, state } = given;
      const there = present(given);
      const x = where(there, given.x, Number.NaN);
      const read = layer.forward(x, { state, lengths });
      const clean = layer.forward(given.x, { state, lengths });
      expectClose(read.output, clean.output, 0);
      expectCloseStates(read.state, clean.state, 0);
      expect(where(there, 0, read.output).abs().max().item()).toBe(0);
      const gradients = gradientsOf(layer, { ...state, x }, () => layer.forward(x, { state, lengths }));
      for (const gradient of gradients) expect(gradient.sum().item()).not.toBeNaN();
      expect(where(there, 0, gradients.at(-1)!).abs().max().item()).toBe(0);
    });
  });

  it('leaves the state of an empty sequence as it was, and gives zeros', () => {
    check(drawn, ({ layer, x, state }) => {
      const none = new Array<number>(x.shape[1]).fill(0);
      const read = layer.forward(x, { state, lengths: none });
      expect(read.output.abs().max().item()).toBe(0);
      expectCloseStates(read.state, state, 0);
    });
  });

  it('reads each sequence by itself', () => {
    check(drawn, ({ layer, x, lengths, state }) => {
      const all = layer.forward(x, { state, lengths });
      const [last] = [...lengths.keys()].reverse();
      const alone = layer.forward(slice(x, 1, last), {
        lengths: [lengths[last]],
        state: mapState(state, (part) => slice(part, 1, last)),
      });
      expectClose(alone.output, slice(all.output, 1, last), 1e-14);
      expectCloseStates(
        alone.state,
        mapState(all.state, (part) => slice(part, 1, last)),
        1e-14,
      );
    });
  });

  it('forwards, knows nothing of later steps', () => {
    check(forwards, ({ layer, x, state }) => {
      const T = x.shape[0];
      const otherEnd = pad(
        slice(x, 0, 0, T - 1),
        [
          [0, 1],
          [0, 0],
          [0, 0],
        ],
        5,
      );
      const [a, b] = [x, otherEnd].map((steps) => layer.forward(steps, { state }).output);
      expectClose(slice(a, 0, 0, T - 1), slice(b, 0, 0, T - 1), 0);
    });
  });

  it('forwards, reads on from the state that was carried over', () => {
    check(forwards, ({ layer, x, state }) => {
      const whole = layer.forward(x, { state });
      const before = layer.forward(slice(x, 0, 0, 1), { state });
      const after = layer.forward(slice(x, 0, 1), { state: carry(before.state) });
      expectClose(after.output, slice(whole.output, 0, 1), 1e-14);
      expectCloseStates(after.state, whole.state, 1e-14);
    });
  });

  it('does not care in which order its units stand', () => {
    const rng = seededRng(1);
    const [layer, other] = [make(2, 4, { rng }), make(2, 4, { rng })];
    const order = [2, 0, 3, 1];
    const { weight_ih_l0, weight_hr_l0 } = layer.namedParameters();
    const rows = Array.from({ length: weight_ih_l0.shape[0] }, (_, row) => row - (row % 4) + order[row % 4]);
    const moved = Object.entries(layer.stateDict()).map(([name, x]) => {
      const units = name === 'weight_hr_l0' ? x : indexSelect(x, 0, rows);
      const seesUnits = name === 'weight_hr_l0' || (name === 'weight_hh_l0' && !weight_hr_l0);
      return [name, seesUnits ? indexSelect(units, 1, order) : units];
    });
    other.loadStateDict(Object.fromEntries(moved));
    const x = randn([3, 2, 2], rng);
    const { output } = layer.forward(x);
    expectClose(other.forward(x).output, weight_hr_l0 ? output : indexSelect(output, 2, order), 1e-14);
  });
});
