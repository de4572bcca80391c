import { describe, expect, it } from 'vitest';
import { randn, seededRng, stack, transpose, zeros } from '#autograd';
import { gradcheck } from '#autograd/check';
import { LectureRNNCell, linear, RNN, RNNCell } from '#autograd/nn';
import { expectClose } from './testing/close.ts';
import { asFunction, withSines } from './testing/parameters.ts';

const rng = seededRng(1);
const cell = withSines(new LectureRNNCell(3, 2, 4, { rng }));
const turned = {
  weight_ih: transpose(cell.Wxh, 0, 1),
  weight_hh: transpose(cell.Whh, 0, 1),
  bias_ih: cell.bh.squeeze(0),
  bias_hh: zeros([2]),
};
const inputs = Array.from({ length: 5 }, () => randn([2, 3], rng));

describe('LectureRNNCell', () => {
  it('is an RNNCell with the weights transposed, and a linear map of its h', () => {
    const h = randn([2, 2], rng);
    const found = cell.step(inputs[0], h);
    const expected = new RNNCell(3, 2, { rng }).loadStateDict(turned).forward(inputs[0], { h });
    expectClose(found.h, expected.h);
    expectClose(found.y, linear(expected.h, transpose(cell.Why, 0, 1), cell.by.squeeze(0)));
  });

  it('reads a sequence as an RNN does', () => {
    const named = Object.entries(turned).map(([name, x]) => [`${name}_l0`, x]);
    const rnn = new RNN(3, 2, { rng }).loadStateDict(Object.fromEntries(named));
    const { output, state } = rnn.forward(stack(inputs));
    const { outputs, h } = cell.forward(inputs);
    expectClose(stack(outputs), linear(output, transpose(cell.Why, 0, 1), cell.by.squeeze(0)));
    expectClose(h, state.h.squeeze(0));
  });

  it('has the right gradients through time', () => {
    const f = asFunction(
      withSines(new LectureRNNCell(2, 2, 1, { rng })),
      (one, xs) => one.forward(xs).outputs,
    );
    const small = withSines(new LectureRNNCell(2, 2, 1, { rng }));
    const xs = [randn([1, 2], rng), randn([1, 2], rng)];
    expect(gradcheck(f, [...small.parameters(), ...xs])).toMatchObject({ verdict: 'pass' });
  });

  it('starts as the listing does: small normal weights, biases 0, names and shapes as there', () => {
    const fresh = new LectureRNNCell(30, 40, 20, { rng });
    const shapes = Object.entries(fresh.namedParameters()).map(([name, x]) => [name, x.shape]);
    expect(Object.fromEntries(shapes)).toEqual({
      Wxh: [30, 40],
      Whh: [40, 40],
      Why: [40, 20],
      bh: [1, 40],
      by: [1, 20],
    });
    for (const W of [fresh.Wxh, fresh.Whh, fresh.Why])
      expect(Math.abs(W.pow(2).mean().sqrt().item() - 0.01)).toBeLessThan(0.001);
    for (const b of [fresh.bh, fresh.by]) expect(b.abs().max().item()).toBe(0);
  });

  it('gives no outputs and h = 0 for no inputs', () => {
    const { outputs, h } = cell.forward([]);
    expect([outputs, h.toArray()]).toEqual([[], [[0, 0]]]);
  });
});
