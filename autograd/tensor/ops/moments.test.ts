import { describe, expect, it } from 'vitest';
import { cumsum, grad, norm, prod, tensor, var as variance, zeros } from '#autograd';

describe('prod', () => {
  it('has the right gradients of both orders where elements are 0', () => {
    const x = tensor([2, 0, 0], { requiresGrad: true });
    const [slopes] = grad(prod(x), [x], { createGraph: true });
    expect(slopes.toArray()).toEqual([0, 0, 0]);
    expect(grad(slopes.select(0, 1), [x])[0].toArray()).toEqual([0, 0, 2]);
  });

  it('of nothing is 1', () => expect(prod(zeros([3, 0]), 1).toArray()).toEqual([1, 1, 1]));
});

describe('var', () => {
  it('is unbiased, and NaN for a single element', () => {
    expect(variance(tensor([1, 2, 3, 4])).item()).toBeCloseTo(5 / 3, 15);
    expect(variance(tensor([5])).item()).toBeNaN();
  });
});

describe('norm', () => {
  it('has slope 0 at the origin, also when it is differentiated again', () => {
    const x = zeros([3], { requiresGrad: true });
    const [slope] = grad(norm(x), [x], { createGraph: true });
    expect(slope.toArray()).toEqual([0, 0, 0]);
    expect([...grad(slope.sum(), [x])[0].data].every(Number.isFinite)).toBe(true);
  });
});

describe('cumsum', () => {
  it('adds float32 in float64', () => {
    const x = tensor([1e8, 1, -1e8], { dtype: 'float32' });
    expect(cumsum(x, 0).data[2]).toBe(1);
  });
});
