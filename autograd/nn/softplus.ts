import { mul, sigmoid, type Tensor, zerosLike } from '#autograd';
import { customOp, type Op } from '#autograd/extend';

/**
 * ln(1 + eˣ), a smooth `relu`; -ln σ(x) is `softplus(-x)`. Nothing overflows, and small results keep their digits.
 *
 * @example
 * softplus(tensor([-1000, 1000])).toArray(); // [0, 1000]
 */
export const softplus: Op<[x: Tensor]> = customOp({
  name: 'softplus',
  doc: 'The logarithm of 1 + eˣ.',
  maths: 'y = ln(1 + eˣ) = max(x, 0) + ln(1 + e^-|x|)',
  forward: (x: Tensor) => {
    const y = zerosLike(x);
    x.storage.forEach((a, i) => {
      y.storage[i] = Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
    });
    return y;
  },
  vjp: (dy, _y, x) => mul(dy, sigmoid(x)),
  samples: (draw) => [[draw([2, 3])]],
});
