import { describe, expect, it } from 'vitest';
import {
  concat,
  grad,
  matmul,
  mean,
  pow,
  relu,
  sigmoid,
  stack,
  sum,
  type Tensor,
  tensor,
  zeros,
} from '#autograd';

const slopeAt = (f: (x: Tensor) => Tensor, at: number) => {
  const x = tensor(at, { requiresGrad: true });
  return grad(f(x), [x])[0].item();
};

describe('matmul', () => {
  it('names both shapes and the transposed operand that would fit', () => {
    expect(() => matmul(zeros([2, 3]), zeros([4, 3]))).toThrow(
      'matmul: inner sizes differ: x is [2, 3], y is [4, 3].\n  transpose(y, 0, 1) is [3, 4] and would fit.',
    );
  });

  it('over an inner size of 0 is zeros', () => {
    expect(matmul(zeros([2, 0]), zeros([0, 2])).toArray()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('lets NaN through, also beside a 0', () => {
    expect(matmul(tensor([[0]]), tensor([[Number.NaN]])).item()).toBeNaN();
  });
});

describe('slopes at the edge', () => {
  it('relu has slope 0 at 0', () => expect(slopeAt(relu, 0)).toBe(0));
  it('x⁰ has slope 0 at 0', () => expect(slopeAt((x) => pow(x, 0), 0)).toBe(0));
  it('x¹ has slope 1 at 0', () => expect(slopeAt((x) => pow(x, 1), 0)).toBe(1));
  it('0ᵇ has slope 0 in b', () => expect(slopeAt((b) => pow(0, b), 2)).toBe(0));
  it('sigmoid is flat and finite far out', () => expect(slopeAt(sigmoid, -1e4)).toBe(0));
});

describe('what is no tensor', () => {
  it('is named, with the op and the remedy', () => {
    expect(() => matmul(zeros([1, 1]), 3 as never)).toThrow(
      'matmul: takes a tensor, not 3.\n  tensor(…) makes one',
    );
    expect(() => relu([1] as never)).toThrow('relu: takes a tensor, not an array.');
    expect(() => zeros([1]).add([1] as never)).toThrow('add: takes a tensor, not an array.');
    expect(() => stack([1] as never)).toThrow('stack: takes a tensor, not 1.');
  });
});

describe('sum and mean', () => {
  it('of nothing are 0 and NaN', () => {
    expect(sum(zeros([0])).item()).toBe(0);
    expect(mean(zeros([0])).item()).toBeNaN();
  });

  it('over a list of axes, in any order, keep or drop them', () => {
    const x = tensor([
      [
        [1, 2],
        [3, 4],
      ],
    ]);
    expect(sum(x, [-1, 0]).toArray()).toEqual([3, 7]);
    expect(sum(x, [0, 2], true).shape).toEqual([1, 2, 1]);
  });

  it('name the axis that does not exist, and the axis named twice', () => {
    expect(() => sum(zeros([2, 3]), 2)).toThrow(
      'sum: there is no axis 2: x is [2, 3], its axes are -2 to 1.',
    );
    expect(() => sum(zeros([2, 3]), [1, -1])).toThrow(RangeError);
    expect(() => sum(tensor(1), 0)).toThrow('sum: there is no axis 0: x is [], it has no axes.');
  });
});

describe('layout', () => {
  const x = tensor([
    [1, 2, 3],
    [4, 5, 6],
  ]);

  it('reshape infers one size and refuses any other number of elements', () => {
    expect(x.reshape([-1]).toArray()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(() => x.reshape([4, -1])).toThrow(RangeError);
    expect(() => x.reshape([5])).toThrow('reshape: x is [2, 3] with 6 elements, [5] does not hold as many.');
  });

  it('squeeze drops only axes of size 1', () => {
    expect(zeros([1, 2, 1]).squeeze().shape).toEqual([2]);
    expect(() => x.squeeze(0)).toThrow('squeeze: axis 0 has size 2, not 1: x is [2, 3].');
  });

  it('slice counts negative ends from the end, and may be empty', () => {
    expect(x.slice(1, -2).toArray()).toEqual([
      [2, 3],
      [5, 6],
    ]);
    expect(x.slice(0, 1, 1).shape).toEqual([0, 3]);
    expect(() => x.slice(0, 1, 3)).toThrow('slice: there is no range 1 to 3 on axis 0: x is [2, 3].');
  });

  it('select takes an index from either end and refuses others', () => {
    expect(x.select(1, -1).toArray()).toEqual([3, 6]);
    expect(() => x.select(0, 2)).toThrow('select: there is no index 2 on axis 0: x is [2, 3].');
  });

  it('pad takes one pair of counts for each axis', () => {
    expect(
      tensor([[1]])
        .pad(
          [
            [0, 1],
            [1, 0],
          ],
          9,
        )
        .toArray(),
    ).toEqual([
      [9, 1],
      [9, 9],
    ]);
    expect(() => x.pad([[1, 1]])).toThrow(RangeError);
  });

  it('concat and stack refuse shapes that differ, and no tensors', () => {
    expect(() => concat([zeros([2, 3]), zeros([2, 2])], 0)).toThrow('[2, 3], [2, 2]');
    expect(() => stack([zeros([2]), zeros([3])])).toThrow('stack: shapes differ: [2], [3].');
    expect(() => concat([])).toThrow(RangeError);
  });

  it('split refuses a size that does not divide', () => {
    expect(() => x.split(2, 1)).toThrow('split: axis 1 does not divide into 2 equal parts: x is [2, 3].');
  });
});
