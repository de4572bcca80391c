import { describe, expect, it } from 'vitest';
import { add, concat, grad, matmul, randn, seededRng, sum, tensor, zeros } from '#autograd';
import { gradcheck } from '#autograd/check';

const float32 = { dtype: 'float32' } as const;

describe('float32', () => {
  it('rounds what it holds and stays float32 beside numbers', () => {
    const x = tensor([0.1], float32);
    expect(x.item()).toBe(Math.fround(0.1));
    expect(x.mul(2).tanh().dtype).toBe('float32');
  });

  it('gives gradients of its dtype', () => {
    const x = tensor([1, 2], { ...float32, requiresGrad: true });
    expect(grad(sum(x.mul(x)), [x])[0].dtype).toBe('float32');
    sum(x.mul(3)).backward();
    expect(x.grad?.dtype).toBe('float32');
  });

  it('does not mix with float64', () => {
    const mixed = 'dtypes differ';
    expect(() => add(zeros([2]), zeros([2], float32))).toThrow(mixed);
    expect(() => matmul(zeros([2, 2]), zeros([2, 2], float32))).toThrow(mixed);
    expect(() => concat([zeros([2]), zeros([2], float32)])).toThrow(mixed);
  });

  it('passes gradcheck within its precision', () => {
    const rng = seededRng(3);
    const [x, w] = [randn([2, 3], rng, float32), randn([3, 4], rng, float32)];
    expect(gradcheck((a, b) => matmul(a, b).tanh(), [x, w])).toMatchObject({ verdict: 'pass' });
    expect(gradcheck((a, b) => matmul(a.detach(), b).tanh(), [x, w])).toMatchObject({ verdict: 'fail' });
  });
});
