import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argsort, sort, tensor, topk, zeros } from '#autograd';

describe('sort', () => {
  it('orders as numbers, and its indices say where each was', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 20 }), (numbers) => {
        const { values, indices } = sort(tensor(numbers));
        expect([...values.data]).toEqual([...numbers].sort((a, b) => a - b));
        expect([...indices.data].map((i) => numbers[i])).toEqual([...values.data]);
      }),
    );
  });

  it('keeps equal elements in their order, also downwards, and puts NaN last', () => {
    expect(argsort(tensor([2, 1, 2, 1])).toArray()).toEqual([1, 3, 0, 2]);
    expect(argsort(tensor([2, 1, 2, 1]), 0, true).toArray()).toEqual([0, 2, 1, 3]);
    expect(argsort(tensor([Number.NaN, 1])).toArray()).toEqual([1, 0]);
  });

  it('runs along any axis', () => {
    expect(
      sort(
        tensor([
          [3, 1],
          [2, 4],
        ]),
        0,
      ).values.toArray(),
    ).toEqual([
      [2, 1],
      [3, 4],
    ]);
  });
});

describe('topk', () => {
  it('gives the gradient to the largest alone', () => {
    const x = tensor([1, 5, 3], { requiresGrad: true });
    topk(x, 2).values.sum().backward();
    expect(x.grad?.toArray()).toEqual([0, 1, 1]);
  });

  it('may take none, but no more than there are', () => {
    expect(topk(zeros([2, 3]), 0).values.shape).toEqual([2, 0]);
    expect(() => topk(zeros([2, 3]), 4)).toThrow('topk: axis 1 has no 4 largest elements: x is [2, 3].');
  });
});
