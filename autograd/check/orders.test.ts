import { describe, expect, it } from 'vitest';
import { add, mul, pow, sin, sum, type Tensor, tensor } from '#autograd';
import { gradcheck, gradgradcheck } from '#autograd/check';
import { customOp } from '../extend.ts';

const x = tensor([0.5, -1.2, 0.8]);
const cubeWith = (vjp: (dy: Tensor, x: Tensor) => Tensor) =>
  customOp({ name: 'cube', forward: (t: Tensor) => pow(t, 3), vjp: (dy, _y, t) => vjp(dy, t) });
const slope = (t: Tensor) => mul(mul(t, t), 3);
const right = cubeWith((dy, t) => mul(dy, slope(t)));
const cut = cubeWith((dy, t) => mul(dy, slope(t.detach())));
/** The identity, whose gradient is a ten-thousandth too large. */
const bent = customOp({ name: 'bent', forward: (t: Tensor) => t, vjp: (dy) => mul(dy, 1.0001) });
const wrong = cubeWith((dy, t) => bent(mul(dy, slope(t))));

describe('order 2', () => {
  it('passes what is right twice, a linear function too', () => {
    for (const f of [right, (t: Tensor) => mul(t, 2), (t: Tensor) => sum(t), sin])
      expect(gradcheck(f, [x], { order: 2 })).toMatchObject({ verdict: 'pass' });
  });

  it('sees a gradient whose own gradient is wrong, or cut from the graph', () => {
    for (const f of [wrong, cut]) expect(gradcheck(f, [x])).toMatchObject({ verdict: 'pass' });
    expect(gradcheck(wrong, [x], { order: 2 })).toMatchObject({ verdict: 'fail', reason: 'wrong', order: 2 });
    expect(gradcheck(cut, [x], { order: 2 })).toMatchObject({ verdict: 'fail', reason: 'missing', order: 2 });
  });

  it('is what gradgradcheck looks at, and nothing else', () => {
    expect(gradgradcheck(right, [x])).toMatchObject({ verdict: 'pass' });
    expect(gradgradcheck(wrong, [x])).toMatchObject({ verdict: 'fail', order: 2 });
  });

  it('counts what comes from above behind the inputs', () => {
    const third = customOp({
      name: 'third',
      forward: (t: Tensor) => mul(t, 3),
      vjp: (dy) => bent(mul(dy, 3)),
    });
    const f = (_a: Tensor, b: Tensor) => third(b);
    const result = gradcheck(f, [x, x], { wrt: [1], order: 2 });
    expect(result).toMatchObject({ verdict: 'fail', reason: 'wrong', input: 2 });
    expect(result.message).toContain('input 2, entry [0]');
  });

  it('says so in the message', () => {
    expect(gradcheck(wrong, [x], { order: 2 }).message).toMatch(/^at order 2, input 0, entry \[0\]: /);
  });
});

it('order 3 differentiates once more', () => {
  const f = (a: Tensor, b: Tensor) => sin(add(sin(a), sin(b)));
  expect(gradcheck(f, [tensor(0.7), tensor(-0.4)], { order: 3 })).toMatchObject({ verdict: 'pass' });
});
