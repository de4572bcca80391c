import { describe, it } from 'vitest';
import { seededRng } from '#autograd';
import { RNNCell } from '#autograd/nn';
import { expectClose } from './testing/close.ts';
import { H, X } from './testing/inputs.ts';
import { withSines } from './testing/parameters.ts';

const rng = seededRng(1);

describe('RNNCell', () => {
  it("gives PyTorch's numbers with tanh", () => {
    expectClose(withSines(new RNNCell(3, 2, { rng })).forward(X, { h: H }).h, [
      [-0.5245808966645594, 0.5060159093804444],
      [0.6612654286724912, -0.4398065319701428],
    ]);
  });

  it("gives PyTorch's numbers with relu", () => {
    expectClose(withSines(new RNNCell(3, 2, { rng, nonlinearity: 'relu' })).forward(X, { h: H }).h, [
      [0, 0.5573598304279639],
      [0.7950590360559098, 0],
    ]);
  });
});
