import { describe, expect, it } from 'vitest';
import { abs, clamp, grad, maximum, minimum, type Tensor, tensor } from '#autograd';

const slopesAt = (f: (...xs: Tensor[]) => Tensor, ...at: number[]) => {
  const xs = at.map((x) => tensor(x, { requiresGrad: true }));
  return grad(f(...xs), xs).map((slope) => slope.item());
};

describe('kinks', () => {
  it('abs has slope 0 at 0', () => expect(slopesAt(abs, 0)).toEqual([0]));

  it('maximum and minimum halve the gradient where both are equal', () => {
    expect(slopesAt(maximum, 2, 2)).toEqual([0.5, 0.5]);
    expect(slopesAt(minimum, 2, 2)).toEqual([0.5, 0.5]);
    expect(slopesAt(minimum, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toEqual([0.5, 0.5]);
  });

  it('clamp has slope 1 at its bounds and 0 outside', () => {
    expect([-2, -1, 1, 2].flatMap((x) => slopesAt((t) => clamp(t, -1, 1), x))).toEqual([0, 1, 1, 0]);
  });
});

describe('NaN', () => {
  it('passes through', () => {
    const nan = tensor(Number.NaN);
    for (const y of [abs(nan), maximum(nan, 1), minimum(1, nan), clamp(nan, -1, 1)])
      expect(y.item()).toBeNaN();
  });
});

describe('clamp', () => {
  it('needs only one bound', () => expect(clamp(tensor([-5, 5]), undefined, 1).toArray()).toEqual([-5, 1]));
  it('lets the high bound win where the low one is above it', () =>
    expect(clamp(tensor(0), 2, 1).item()).toBe(1));
});
