import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gather, indexSelect, mul, randn, scatter, seededRng, sum, tensor, zeros } from '#autograd';

describe('gather', () => {
  it('and scatter are adjoint: ⟨gather x, y⟩ = ⟨x, scatter y⟩', () => {
    const indices = fc.array(fc.tuple(fc.integer({ min: -4, max: 3 }), fc.integer({ min: -4, max: 3 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(indices, (index) => {
        const rng = seededRng(5);
        const [x, y] = [randn([4, 2], rng), randn([index.length, 2], rng)];
        const left = sum(mul(gather(x, 0, index), y)).item();
        const right = sum(mul(x, scatter(y, 0, index, [4, 2]))).item();
        expect(left).toBeCloseTo(right, 12);
      }),
    );
  });

  it('adds up what an element receives for each time it was taken', () => {
    const x = zeros([1, 3], { requiresGrad: true });
    gather(x, 1, [[0, 0, 2, 0]])
      .sum()
      .backward();
    expect(x.grad?.toArray()).toEqual([[3, 0, 1]]);
  });

  it('copies the index: a change of it does not reach backward', () => {
    const [x, index] = [zeros([3], { requiresGrad: true }), [0, 0]];
    const y = gather(x, 0, index);
    index[0] = 2;
    y.sum().backward();
    expect(x.grad?.toArray()).toEqual([2, 0, 0]);
  });

  it('says which index does not exist, and which shape does not fit', () => {
    expect(() => gather(zeros([2, 3]), 1, [[3]])).toThrow(
      'gather: there is no index 3 on axis 1: x is [2, 3].',
    );
    expect(() => gather(zeros([2, 3]), 1, [0])).toThrow('gather: index is [1], x is [2, 3].');
    expect(() => gather(zeros([2, 3]), 1, zeros([3, 1]))).toThrow(RangeError);
    expect(() => scatter(zeros([2]), 0, [0], [3])).toThrow(
      'scatter: x is [2], index is [1]; they must agree.',
    );
  });
});

describe('indexSelect', () => {
  it('is an embedding: each row receives the gradients of all its uses', () => {
    const E = zeros([3, 2], { requiresGrad: true });
    indexSelect(E, 0, tensor([1, 1, -1]))
      .sum()
      .backward();
    expect(E.grad?.toArray()).toEqual([
      [0, 0],
      [2, 2],
      [1, 1],
    ]);
  });

  it('takes no ids, and refuses a matrix of them', () => {
    expect(indexSelect(zeros([3, 2]), 1, []).shape).toEqual([3, 0]);
    expect(() => indexSelect(zeros([3]), 0, [[0]])).toThrow('indexSelect: ids are a list, not [1, 1].');
    expect(() => indexSelect(zeros([3]), 0, [0.5])).toThrow('there is no index 0.5 on axis 0: x is [3].');
  });
});
