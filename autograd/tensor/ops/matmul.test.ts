import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  einsum,
  matmul,
  randn,
  type Shape,
  seededRng,
  select,
  stack,
  sum,
  type Tensor,
  tensor,
  zeros,
} from '#autograd';

const size = fc.integer({ min: 0, max: 9 });
const random = (shape: Shape, seed: number) => randn(shape, seededRng(seed));

/** Σₖ aᵢₖ bₖⱼ as it stands in the book. */
function byDefinition(a: Tensor, b: Tensor): number[][] {
  const [m, k] = a.shape;
  const n = b.shape[1];
  const at = (i: number, j: number) =>
    Array.from({ length: k }, (_, p) => a.data[i * k + p] * b.data[p * n + j]).reduce((s, x) => s + x, 0);
  return Array.from({ length: m }, (_, i) => Array.from({ length: n }, (_, j) => at(i, j)));
}

describe('matmul', () => {
  it('is the sum of products, whatever the sizes', () => {
    fc.assert(
      fc.property(size, size, size, (m, k, n) => {
        const [a, b] = [random([m, k], 1), random([k, n], 2)];
        const expected = byDefinition(a, b).flat();
        expect(matmul(a, b).shape).toEqual([m, n]);
        for (const [i, y] of matmul(a, b).data.entries()) expect(y).toBeCloseTo(expected[i], 12);
      }),
    );
  });

  it('of a batch is the product of each', () => {
    const [a, b] = [random([3, 2, 5], 1), random([3, 5, 4], 2)];
    const each = [0, 1, 2].map((i) => matmul(select(a, 0, i), select(b, 0, i)));
    expect(matmul(a, b).toArray()).toEqual(stack(each).toArray());
  });

  it('broadcasts batches', () => {
    expect(matmul(zeros([5, 1, 2, 3]), zeros([4, 3, 6])).shape).toEqual([5, 4, 2, 6]);
    expect(matmul(zeros([5, 0, 2, 3]), zeros([3, 6])).shape).toEqual([5, 0, 2, 6]);
    expect(() => matmul(zeros([2, 2, 3]), zeros([3, 3, 4]))).toThrow(
      'matmul: shapes do not broadcast: a is [2], b is [3].',
    );
  });

  it('takes a vector as a row on the left and as a column on the right', () => {
    const [v, M] = [
      tensor([1, 2]),
      tensor([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ];
    expect(matmul(v, M).toArray()).toEqual([9, 12, 15]);
    expect(matmul(M, tensor([1, 0, 1])).toArray()).toEqual([4, 10]);
    expect(matmul(v, v).item()).toBe(5);
    expect(matmul(v, zeros([7, 2, 3])).shape).toEqual([7, 3]);
  });

  it('sums the gradient of a matrix that a whole batch met', () => {
    const W = zeros([3, 4], { requiresGrad: true });
    sum(matmul(random([5, 2, 3], 3), W)).backward();
    expect(W.grad?.shape).toEqual([3, 4]);
  });

  it('refuses a single number, and vectors of other lengths', () => {
    expect(() => matmul(tensor(2), zeros([2, 2]))).toThrow(
      'takes matrices or vectors: x is [], y is [2, 2].\n  mul scales',
    );
    expect(() => matmul(zeros([3]), zeros([4]))).toThrow('matmul: inner sizes differ: x is [3], y is [4].');
    expect(() => matmul(zeros([7, 2, 3]), zeros([7, 4, 3]))).toThrow(
      'transpose(y, 1, 2) is [7, 3, 4] and would fit.',
    );
  });
});

describe('einsum', () => {
  it('agrees with matmul, sum and transpose', () => {
    const [a, b] = [random([2, 3], 1), random([3, 4], 2)];
    expect(einsum('ij,jk->ik', a, b).toArray()).toEqual(matmul(a, b).toArray());
    expect(einsum('ij->ji', a).toArray()).toEqual(a.transpose(0, 1).toArray());
    expect(einsum('ij->', a).item()).toBeCloseTo(a.sum().item(), 12);
    expect(einsum('ii', matmul(a, a.transpose(0, 1))).item()).toBeCloseTo(a.mul(a).sum().item(), 12);
  });

  it('orders an implicit result by the alphabet, behind the ellipsis', () => {
    expect(einsum('ba', zeros([2, 3])).shape).toEqual([3, 2]);
    expect(einsum('...b,bc', zeros([5, 6, 2]), zeros([2, 3])).shape).toEqual([5, 6, 3]);
  });

  it('says what does not fit', () => {
    const [a, b] = [zeros([2, 3]), zeros([4, 3])];
    expect(() => einsum('ij,jk->ik', a)).toThrow('einsum: ij,jk->ik has 2 terms, there are 1 operands.');
    expect(() => einsum('ij,jk->ik', a, b)).toThrow('einsum: j in ij,jk->ik has the sizes 3 and 4.');
    expect(() => einsum('ijk->i', a)).toThrow('einsum: the term ijk does not name the axes of [2, 3].');
    expect(() => einsum('ij->ik', a)).toThrow(
      'each axis of the result of ij->ik is one of an operand, once.',
    );
  });
});
