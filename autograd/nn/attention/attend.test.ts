import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  detectAnomaly,
  grad,
  indexSelect,
  mul,
  randn,
  seededRng,
  sum,
  type Tensor,
  tensor,
  zeros,
} from '#autograd';
import { gradcheck } from '#autograd/check';
import { attend, Dropout, ScaledDotProduct, sequenceMask } from '#autograd/nn';
import { expectClose } from '../recurrent/testing/close.ts';

const rng = seededRng(1);
const lengths = [4, 2, 0];
const [q, K, V] = [randn([3, 2, 5], rng), randn([3, 4, 5], rng), randn([3, 4, 6], rng)];

describe('attend', () => {
  it('has weights that sum to 1 over the places there are, and are 0 elsewhere', () => {
    const { weights } = attend(q, K, V, { lengths });
    expectClose(
      sum(weights, -1),
      [
        [1, 1],
        [1, 1],
        [0, 0],
      ],
      1e-15,
    );
    const there = sequenceMask(lengths, 4).unsqueeze(1);
    expectClose(mul(weights, there), weights, 0);
  });

  it('gives one query what it gives it among several', () => {
    const many = attend(q, K, V, {
      lengths,
      mask: [
        [1, 1, 1, 1],
        [0, 1, 1, 1],
      ],
    });
    const one = attend(q.select(1, 1), K, V, { lengths, mask: [0, 1, 1, 1] });
    expectClose(one.context, many.context.select(1, 1), 0);
    expectClose(one.weights, many.weights.select(1, 1), 0);
  });

  it('finds the value of the key that is like the query', () => {
    const keys = tensor([
      [
        [30, 0],
        [0, 30],
      ],
    ]);
    expectClose(attend(tensor([[0, 30]]), keys, tensor([[[1], [2]]])).context, [[2]], 1e-12);
  });

  it('does not see what stands in the padding', () => {
    const noise = mul(sequenceMask(lengths, 4).unsqueeze(-1).neg().add(1), 1e6);
    const other = attend(q, add(K, noise), add(V, noise), { lengths });
    const { context, weights } = attend(q, K, V, { lengths });
    expectClose(other.context, context, 0);
    expectClose(other.weights, weights, 0);
  });

  it('follows a permutation of the places with its weights, and not with its context', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        const moved = (x: Tensor) => indexSelect(x, 1, order);
        const { context, weights } = attend(q, K, V);
        const after = attend(q, moved(K), moved(V));
        expectClose(after.context, context, 1e-14);
        expectClose(after.weights, indexSelect(weights, 2, order), 1e-15);
      }),
    ));

  it.each([
    {},
    { lengths: [3, 0] },
    {
      lengths: [3, 2],
      mask: [
        [0, 0, 0],
        [1, 0, 1],
      ],
    },
  ])('has the right gradients, also where there is no place: %o', (places) => {
    const f = (a: Tensor, b: Tensor, c: Tensor) => Object.values(attend(a, b, c, places)) as Tensor[];
    const inputs = [randn([2, 2, 2], rng), randn([2, 3, 2], rng), randn([2, 3, 2], rng)];
    expect(gradcheck(f, inputs)).toMatchObject({ verdict: 'pass' });
  });

  it('sends a gradient of 0 to a sequence of length 0, without a NaN or an infinity on the way', () => {
    const leaves = [q, K, V].map((x) => tensor(x.toArray(), { requiresGrad: true }));
    const slopes = detectAnomaly(() => {
      const { context } = attend(leaves[0], leaves[1], leaves[2], { lengths });
      return grad(sum(mul(context, context)), leaves);
    });
    for (const slope of slopes) expect(slope.select(0, 2).abs().max().item()).toBe(0);
  });

  it('stays float32, whatever the mask is', () => {
    const [a, b] = [zeros([1, 2], { dtype: 'float32' }), zeros([1, 3, 2], { dtype: 'float32' })];
    const { context, weights } = attend(a, b, b, { lengths: [2], mask: tensor([1, 0, 1]) });
    expect([context.dtype, weights.dtype]).toEqual(['float32', 'float32']);
    expect(weights.toArray()).toEqual([[1, 0, 0]]);
  });
});

describe('ScaledDotProduct', () => {
  it('is attend, but for the dropout while it trains', () => {
    const attention = new ScaledDotProduct(new Dropout(0.5, { rng }));
    const { context, weights } = attend(q, K, V, { lengths });
    const trained = attention.forward(q, K, V, { lengths });
    expectClose(trained.weights, weights, 0);
    expect(trained.context.toArray()).not.toEqual(context.toArray());
    expectClose(attention.eval().forward(q, K, V, { lengths }).context, context, 0);
    expectClose(new ScaledDotProduct().forward(q, K, V, { lengths }).context, context, 0);
  });
});
