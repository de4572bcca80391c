import { describe, expect, it } from 'vitest';
import { grad, randn, seededRng, sigmoid, type Tensor, tensor, zeros } from '#autograd';
import { gradcheck } from '#autograd/check';
import { BCEWithLogits, binaryCrossEntropyWithLogits, MSELoss, mseLoss } from '#autograd/nn';
import { expectClose } from '../recurrent/testing/close.ts';

const rng = seededRng(1);
const [x, y] = [randn([2, 3], rng), sigmoid(randn([2, 3], rng))];

describe.each(Object.entries({ mseLoss, binaryCrossEntropyWithLogits }))('%s', (name, loss) => {
  it.each(['mean', 'sum', 'none'] as const)('has the right gradients, twice: %s', (reduction) => {
    const f = (a: Tensor, b: Tensor) => loss(a, b, { reduction });
    expect(gradcheck(f, [x, y], { order: 2 })).toMatchObject({ verdict: 'pass' });
  });

  it('refuses shapes that would broadcast', () =>
    expect(() => loss(zeros([3, 1]), zeros([3]))).toThrow(`${name}: x is [3, 1], the target is [3].`));
});

describe('binaryCrossEntropyWithLogits', () => {
  it('has the gradient σ(x) - z, at 0 too', () => {
    const logits = tensor([0, 0, 800, -800], { requiresGrad: true });
    const loss = binaryCrossEntropyWithLogits(logits, tensor([0, 1, 0, 1]), { reduction: 'sum' });
    expect(grad(loss, [logits])[0].toArray()).toEqual([0.5, -0.5, 1, -1]);
  });

  it('weighs places, and positive ones', () => {
    const options = { weight: tensor([1, 10]), posWeight: tensor(3), reduction: 'none' } as const;
    const losses = binaryCrossEntropyWithLogits(zeros([2]), tensor([1, 0]), options);
    expectClose(losses, [3 * Math.LN2, 10 * Math.LN2], 1e-15);
    expectClose(new BCEWithLogits(options).forward(zeros([2]), tensor([1, 0])), losses, 0);
  });
});

describe('MSELoss', () => {
  it('is mseLoss with its options', () => {
    const loss = new MSELoss({ reduction: 'none' });
    expectClose(loss.forward(x, y), mseLoss(x, y, { reduction: 'none' }), 0);
    expect(loss.parameters()).toEqual([]);
  });
});
