import { describe, expect, it } from 'vitest';
import { grad, ones, randn, seededRng, sum } from '#autograd';
import { Dropout, dropout, dropoutMask } from '#autograd/nn';

const x = randn([50, 40], seededRng(2));

describe('dropout', () => {
  it('keeps the expected value: what is kept is scaled by 1 / (1 - p)', () => {
    const y = dropout(ones([100, 100]), 0.2, seededRng(1));
    expect(new Set(y.storage)).toEqual(new Set([0, 1.25]));
    expect(y.mean().item()).toBeCloseTo(1, 1);
  });

  it('sends the gradient through what was kept alone, as much scaled', () => {
    const leaf = ones([30], { requiresGrad: true });
    const y = dropout(leaf, 0.5, seededRng(1));
    expect(grad(sum(y), [leaf])[0].toArray()).toEqual(y.toArray());
  });

  it('drops nothing with p = 0, and all with p = 1', () => {
    expect(dropout(x, 0, seededRng(1))).toBe(x);
    expect(dropout(x, 1, seededRng(1)).abs().sum().item()).toBe(0);
  });

  it('repeats for a seed, and stays float32', () => {
    expect(dropout(x, 0.5, seededRng(3)).toArray()).toEqual(dropout(x, 0.5, seededRng(3)).toArray());
    expect(dropout(ones([2], { dtype: 'float32' }), 0.5, seededRng(1)).dtype).toBe('float32');
  });

  it('refuses what is no probability, also while nothing is dropped', () => {
    const message = 'dropout: 1.5 is no probability.';
    expect(() => dropout(x, 1.5, seededRng(1), false)).toThrow(message);
    expect(() => dropoutMask([2], 1.5, seededRng(1))).toThrow(message);
    expect(() => new Dropout(Number.NaN, { rng: seededRng(1) })).toThrow('dropout: NaN is no probability.');
  });
});

describe('a mask with a size of 1', () => {
  it('drops the same units at every step', () => {
    const y = ones([3, 2, 4]).mul(dropoutMask([1, 2, 4], 0.5, seededRng(1)));
    expect(y.select(0, 2).toArray()).toEqual(y.select(0, 0).toArray());
  });
});

describe('Dropout', () => {
  it('is the identity in eval, and at work again in train', () => {
    const layer = new Dropout(0.5, { rng: seededRng(1) });
    expect(layer.eval().forward(x)).toBe(x);
    expect(layer.train().forward(x).toArray()).not.toEqual(x.toArray());
  });
});
