import { describe, expect, it } from 'vitest';
import { grad, logSoftmax, logSumExp, softmax, tensor, zeros } from '#autograd';

const [MINUS, PLUS] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

describe('softmax', () => {
  it('does not overflow, and gives a masked place 0', () => {
    expect(softmax(tensor([1e308, -1e308])).toArray()).toEqual([1, 0]);
    expect(softmax(tensor([MINUS, 0, 0])).toArray()).toEqual([0, 0.5, 0.5]);
  });

  it('does not change when a number is added to all', () => {
    expect(softmax(tensor([1, 2, 4])).toArray()).toEqual(softmax(tensor([101, 102, 104])).toArray());
  });

  it('runs along the last axis unless told otherwise, also where there is nothing', () => {
    expect(softmax(zeros([2, 4])).toArray()).toEqual([new Array(4).fill(0.25), new Array(4).fill(0.25)]);
    expect(softmax(zeros([2, 4]), 0).data[0]).toBe(0.5);
    expect(softmax(zeros([2, 0])).shape).toEqual([2, 0]);
  });
});

describe('logSoftmax', () => {
  it('is finite where the softmax is 0', () =>
    expect(logSoftmax(tensor([0, 1e4])).toArray()).toEqual([-1e4, 0]));
});

describe('logSumExp', () => {
  it('of nothing is -Infinity, and infinities stay', () => {
    expect(logSumExp(zeros([0])).item()).toBe(MINUS);
    expect(logSumExp(tensor([MINUS, MINUS])).item()).toBe(MINUS);
    expect(logSumExp(tensor([PLUS, 0])).item()).toBe(PLUS);
  });

  it('has the softmax as its gradient', () => {
    const x = tensor([0, 1000, 1000], { requiresGrad: true });
    expect(grad(logSumExp(x), [x])[0].toArray()).toEqual([0, 0.5, 0.5]);
  });
});
