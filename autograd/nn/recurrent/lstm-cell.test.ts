import { describe, expect, it } from 'vitest';
import { seededRng, zeros } from '#autograd';
import { LSTMCell } from '#autograd/nn';
import { expectClose } from './testing/close.ts';
import { C, H, X } from './testing/inputs.ts';
import { withSines } from './testing/parameters.ts';

const rng = seededRng(1);

describe('LSTMCell', () => {
  it("gives PyTorch's numbers", () => {
    const { h, c } = withSines(new LSTMCell(3, 2, { rng })).forward(X, { h: H, c: C });
    expectClose(h, [
      [-0.03790623749889251, 0.22598087348184948],
      [0.23588291170725126, -0.21561775755882306],
    ]);
    expectClose(c, [
      [-0.12411886835656022, 0.6198584401098927],
      [0.8344909441999842, -0.4669315976727558],
    ]);
  });

  it("gives PyTorch's numbers with a projection, whose h has other features than c", () => {
    const cell = withSines(new LSTMCell(3, 2, { rng, projSize: 1 }));
    const { h, c } = cell.forward(X, { h: H.slice(1, 0, 1), c: C });
    expectClose(h, [[0.027985115804374003], [-0.11642283657079619]]);
    expectClose(c, [
      [-0.2765171798467071, 0.6402788412806082],
      [0.4896384659472025, -0.11424510898488943],
    ]);
  });

  it('keeps its memory for long where the forget bias is large', () => {
    const cell = new LSTMCell(3, 2, { rng, forgetBias: 40 });
    const open = { h: zeros([1, 2]), c: C.slice(0, 0, 1) };
    const closed = { ...open, c: zeros([1, 2]) };
    const x = zeros([1, 3]);
    expectClose(cell.forward(x, open).c.sub(cell.forward(x, closed).c), open.c);
  });

  it('has the forget bias in the rows of f alone, and in one bias of two', () => {
    const [plain, ready] = [{}, { forgetBias: 1 }].map(
      (options) => new LSTMCell(3, 2, { rng: seededRng(5), ...options }),
    );
    expect(ready.bias_ih!.slice(0, 2, 4).toArray()).toEqual([1, 1]);
    expect(ready.bias_hh!.slice(0, 2, 4).toArray()).toEqual([0, 0]);
    for (const [from, to] of [
      [0, 2],
      [4, 8],
    ])
      expectClose(ready.bias_ih!.slice(0, from, to), plain.bias_ih!.slice(0, from, to), 0);
  });

  it.each([-1, 2, 0.5])('refuses to project 2 features to %s', (projSize) => {
    expect(() => new LSTMCell(3, 2, { rng, projSize })).toThrow(
      `LSTM: projSize is ${projSize}, hiddenSize 2.\n  A projection has fewer features than it projects; 0 is none.`,
    );
  });

  it('refuses a forget bias without biases', () => {
    expect(() => new LSTMCell(3, 2, { rng, bias: false, forgetBias: 1 })).toThrow(
      'LSTM: forgetBias is 1, but there are no biases.',
    );
  });
});
