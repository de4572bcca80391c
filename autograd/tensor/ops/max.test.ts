import { describe, expect, it } from 'vitest';
import { argmax, max, min, type Tensor, tensor, zeros } from '#autograd';

const TIED = [
  [3, 3, 1],
  [3, 0, 1],
];

const gradientOf = (f: (x: Tensor) => Tensor) => {
  const x = tensor(TIED, { requiresGrad: true });
  f(x).sum().backward();
  return x.grad?.toArray();
};

describe('the gradient of a tie', () => {
  it('is shared equally over all elements', () => {
    const third = 1 / 3;
    expect(gradientOf((x) => max(x))).toEqual([
      [third, third, 0],
      [third, 0, 0],
    ]);
  });

  it('goes to the first along one axis', () => {
    expect(gradientOf((x) => max(x, 1))).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ]);
    expect(gradientOf((x) => min(x, 0))).toEqual([
      [1, 0, 1],
      [0, 1, 0],
    ]);
  });

  it('is shared over a list of axes', () => {
    expect(gradientOf((x) => max(x, [0]))).toEqual([
      [0.5, 1, 0.5],
      [0.5, 0, 0.5],
    ]);
  });
});

describe('max', () => {
  it('is NaN where one element is', () => {
    const x = tensor([1, Number.NaN, 2]);
    expect([max(x).item(), max(x, 0).item(), min(x).item(), argmax(x).item()]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      1,
    ]);
  });

  it('of -Infinity alone is -Infinity', () => {
    expect(max(tensor([Number.NEGATIVE_INFINITY])).item()).toBe(Number.NEGATIVE_INFINITY);
  });

  it('of nothing is an error, of no rows is no rows', () => {
    expect(() => max(zeros([0]))).toThrow('max: axis 0 has no elements: x is [0].');
    expect(() => max(zeros([2, 0]), 1)).toThrow('max: axis 1 has no elements: x is [2, 0].');
    expect(max(zeros([0, 3]), 1).shape).toEqual([0]);
  });
});

describe('argmax', () => {
  it('takes the first of equals, and counts through all without an axis', () => {
    expect(argmax(tensor([[1, 2, 2]]), 1).toArray()).toEqual([1]);
    expect(
      argmax(
        tensor([
          [0, 1],
          [5, 2],
        ]),
      ).item(),
    ).toBe(2);
    expect(argmax(tensor([[0, 1]]), undefined, true).shape).toEqual([1, 1]);
  });
});
