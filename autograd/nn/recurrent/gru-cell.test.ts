import { describe, expect, it } from 'vitest';
import { add, concat, mul, randn, seededRng, sigmoid, sub, type Tensor, tanh } from '#autograd';
import { GRUCell, linear } from '#autograd/nn';
import { distance, expectClose } from './testing/close.ts';
import { H, X } from './testing/inputs.ts';
import { withSines } from './testing/parameters.ts';

const rng = seededRng(1);

/** Cho et al. (2014), on [h, x], with biases; z says how much is new. */
interface LectureWeights {
  W: Record<'z' | 'r' | 'h', Tensor>;
  b: Record<'z' | 'r' | 'h', Tensor>;
}

function lectureStep(x: Tensor, h: Tensor, { W, b }: LectureWeights): Tensor {
  const hx = concat([h, x], -1);
  const z = sigmoid(linear(hx, W.z, b.z));
  const r = sigmoid(linear(hx, W.r, b.r));
  const candidate = tanh(linear(concat([mul(r, h), x], -1), W.h, b.h));
  return add(mul(sub(1, z), h), mul(z, candidate));
}

/** Rows r, z, n; those of z with the other sign. */
function toCell({ W, b }: LectureWeights, hidden: number, signOfZ: number): GRUCell {
  const rows = (of: Record<'z' | 'r' | 'h', Tensor>) => concat([of.r, of.z.mul(signOfZ), of.h]);
  const weights = rows(W);
  const cell = new GRUCell(weights.shape[1] - hidden, hidden, { rng, resetAfter: false });
  return cell.loadStateDict({
    weight_ih: weights.slice(1, hidden),
    weight_hh: weights.slice(1, 0, hidden),
    bias_ih: rows(b),
    bias_hh: rows(b).mul(0),
  });
}

describe('GRUCell', () => {
  it("gives PyTorch's numbers", () => {
    expectClose(withSines(new GRUCell(3, 2, { rng })).forward(X, { h: H }).h, [
      [-0.09028524941616506, -0.26523258590456955],
      [0.237535663157059, -0.0328993557559375],
    ]);
  });

  it("with the reset before is the lecture's GRU, whose z is 1 - z", () => {
    const drawn = (shape: number[]) => ({ z: randn(shape, rng), r: randn(shape, rng), h: randn(shape, rng) });
    const weights = { W: drawn([2, 5]), b: drawn([2]) };
    const expected = lectureStep(X, H, weights);
    expectClose(toCell(weights, 2, -1).forward(X, { h: H }).h, expected);
    expect(distance(toCell(weights, 2, 1).forward(X, { h: H }).h, expected)).toBeGreaterThan(0.1);
  });

  it('resets before or after to different ends, and to the same while there is nothing to reset', () => {
    const [after, before] = [true, false].map((resetAfter) =>
      withSines(new GRUCell(3, 2, { rng, resetAfter, bias: false })),
    );
    expect(distance(after.forward(X, { h: H }).h, before.forward(X, { h: H }).h)).toBeGreaterThan(0.001);
    expectClose(after.forward(X).h, before.forward(X).h);
  });
});
