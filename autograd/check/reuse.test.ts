import { describe, expect, it } from 'vitest';
import { mul, type Tensor, tensor } from '#autograd';
import { gradcheck } from '#autograd/check';
import { customOp } from '../extend.ts';

const [a, b, c] = [tensor([1, -2]), tensor([0.5, 3]), tensor([[7]])];

/** a · b · c, with the gradient of `a` spoilt where both are the same tensor. */
const productWith = (spoilt: (da: Tensor) => Tensor) =>
  customOp({
    name: 'product',
    forward: (a: Tensor, b: Tensor, c: Tensor) => mul(mul(a, b), c.reshape([1])),
    vjp: (dy, _y, a: Tensor, b: Tensor, c: Tensor) => {
      const [da, db] = [b, a].map((other) => mul(mul(dy, other), c.reshape([1])));
      return [a === b ? spoilt(da) : da, db, mul(dy, mul(a, b)).sum().reshape([1, 1])];
    },
  });

describe('f(x, x)', () => {
  it('has the gradient that f(a, b) leads to expect', () => {
    expect(
      gradcheck(
        productWith((da) => da),
        [a, b, c],
      ),
    ).toMatchObject({ verdict: 'pass' });
    const result = gradcheck(
      productWith((da) => mul(da, 0)),
      [a, b, c],
    );
    expect(result).toMatchObject({ verdict: 'fail', reason: 'wrong', input: 0 });
    expect(result.message).toMatch(/^when input 1 is the same tensor as input 0, /);
  });

  it('is told apart from a function that has no slope there', () => {
    const distances = [
      (x: Tensor, y: Tensor) => x.sub(y).mul(x.sub(y)).sum().sqrt(),
      (x: Tensor, y: Tensor) => x.sub(y).relu().add(y.sub(x).relu()),
    ];
    for (const f of distances) expect(gradcheck(f, [a, b])).toMatchObject({ verdict: 'pass' });
  });

  it('is left out where f does not take it', () => {
    const picky = (x: Tensor, y: Tensor) => {
      if (x === y) throw new RangeError('two tensors, please');
      return mul(x, y);
    };
    expect(gradcheck(picky, [a, b])).toMatchObject({ verdict: 'pass' });
  });
});
