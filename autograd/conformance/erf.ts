import { exp, mul, neg, type Tensor, zerosLike } from '#autograd';
import { customOp } from '#autograd/extend';

/** The error function 2/√π ∫₀ˣ e^-t² dt, as a user of the engine would add it. */
export const erf = customOp<[x: Tensor]>({
  name: 'erf',
  forward: (x) => {
    const y = zerosLike(x);
    y.data.set(x.data.map(erfOf));
    return y;
  },
  vjp: (dy, _y, x) => mul(dy, mul(exp(neg(mul(x, x))), 2 / Math.sqrt(Math.PI))),
});

/** 2/√π e^-x² Σₙ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!!: all terms have one sign, so nothing cancels. */
function erfOf(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}
