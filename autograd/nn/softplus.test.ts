import { expect, it } from 'vitest';
import { log, neg, randn, seededRng, sigmoid, tensor } from '#autograd';
import { gradcheck } from '#autograd/check';
import { softplus } from '#autograd/nn';
import { expectClose } from './recurrent/testing/close.ts';

const x = randn([2, 3], seededRng(1));

it('softplus(-x) is -ln σ(x)', () => expectClose(softplus(neg(x)), neg(log(sigmoid(x))), 1e-15));

it('keeps the digits of small results, and does not overflow', () =>
  expect(softplus(tensor([-50, 0, 1e300])).toArray()).toEqual([Math.exp(-50), Math.LN2, 1e300]));

it('has the right gradients, twice, and no kink at 0', () => {
  expect(gradcheck(softplus, [x], { order: 2 })).toMatchObject({ verdict: 'pass' });
  expect(gradcheck(softplus, [tensor([0])])).toMatchObject({ verdict: 'pass' });
});
