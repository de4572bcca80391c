import { expect, it } from 'vitest';
import { grad, gt, log, tensor, where, zeros } from '#autograd';

it('where lets no NaN through from what was not taken, forward or backward', () => {
  const x = tensor([-1, 1], { requiresGrad: true });
  const y = where(gt(x, 0), log(x), 0);
  expect(y.toArray()).toEqual([0, 0]);
  expect([...grad(y.sum(), [x])[0].data].map(Math.abs)).toEqual([0, 1]);
});

it('where broadcasts all three, and sums each gradient back', () => {
  const [a, b] = [zeros([3], { requiresGrad: true }), zeros([], { requiresGrad: true })];
  const y = where([[1], [0]], a, b);
  y.sum().backward();
  expect([y.shape, a.grad?.toArray(), b.grad?.item()]).toEqual([[2, 3], [1, 1, 1], 3]);
});

it('where names the shapes that do not broadcast', () => {
  expect(() => where(zeros([2]), zeros([3]), 0)).toThrow(
    'where: shapes do not broadcast: a is [2], b is [3].',
  );
});
