import { describe, expect, it } from 'vitest';
import { mul, relu, type Tensor, tensor } from '#autograd';
import { gradcheck } from '#autograd/check';
import { customOp } from '../extend.ts';

const x = tensor([1, 2]);
const twiceWith = (slope: number) =>
  customOp({ name: 'twice', forward: (t: Tensor) => mul(t, 2), vjp: (dy) => mul(dy, slope) });

describe('a step or a tolerance that is given', () => {
  it('judges by |a - n| ≤ atol + rtol |n|', () => {
    const verdict = (rtol: number) => gradcheck(twiceWith(2.001), [x], { atol: 0, rtol }).verdict;
    expect([verdict(1e-3), verdict(1e-4)]).toEqual(['pass', 'fail']);
  });

  it('takes the defaults of PyTorch for the others', () => {
    expect(gradcheck(twiceWith(2.001), [x], { eps: 1e-6 })).toMatchObject({ verdict: 'pass' });
    expect(gradcheck(twiceWith(2.01), [x], { eps: 1e-5 })).toMatchObject({
      verdict: 'fail',
      step: 1e-5,
      input: 0,
    });
  });

  it('accepts a gradient that is 0 where nothing moves', () => {
    expect(gradcheck((t) => mul(t, 0), [x], { eps: 1e-6 })).toMatchObject({ verdict: 'pass' });
  });

  it('still sees what no tolerance should hide', () => {
    const offset = customOp({ name: 'offset', forward: (t: Tensor) => mul(t, 1), vjp: (dy) => dy.add(1e-3) });
    expect(gradcheck(offset, [x], { atol: 0.1 })).toMatchObject({ reason: 'ignores upstream' });
    const noisy = twiceWith(2);
    const jitter = (t: Tensor) => mul(noisy(t), 1 + 1e-9 * Math.random());
    expect(gradcheck(jitter, [x], { atol: 0.1 })).toMatchObject({ reason: 'nondeterministic' });
    expect(gradcheck(jitter, [x], { atol: 0.1, nondetTol: 1e-5 })).toMatchObject({ verdict: 'pass' });
  });

  it('notices a kink within the step', () => {
    const near = (at: number) => gradcheck(relu, [tensor(at)], { eps: 1e-3 });
    expect(near(0.0008)).toMatchObject({ verdict: 'inconclusive', reason: 'kink' });
    expect(near(0.0012)).toMatchObject({ verdict: 'pass' });
  });

  it('is no evidence when it is too small for float32', () => {
    const single = tensor([1, 2], { dtype: 'float32' });
    const at = (eps: number) => gradcheck((t) => mul(t, 2), [single], { eps, atol: 0.1 });
    expect(at(1e-6)).toMatchObject({ verdict: 'inconclusive', reason: 'float32' });
    expect(at(2 ** -6)).toMatchObject({ verdict: 'pass' });
  });

  it('must be a step, and a tolerance', () => {
    expect(() => gradcheck(relu, [x], { eps: 0 })).toThrow(RangeError);
    expect(() => gradcheck(relu, [x], { rtol: -1 })).toThrow('tolerance');
  });
});
