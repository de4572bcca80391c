import { add, mul, sub, type Tensor } from '#autograd';
import { linear } from '#autograd/nn';
import { type Gates, summed } from './gates.ts';
import type { Activation, Step } from './step.ts';

interface GruOptions {
  sigma: Activation;
  phi: Activation;
  /** Whether r multiplies R h + b, as in PyTorch, and not h. */
  resetAfter: boolean;
}

/** h' = (1 - z) n + z h, with n = φ(W x + b + r (R h + b)), or φ(W x + b + R (r h) + b). */
export function gruStep(gates: Gates, { sigma, phi, resetAfter }: GruOptions): Step {
  const { W, R, bW, bR } = gates.n;
  const recalled = (r: Tensor, h: Tensor) =>
    resetAfter ? mul(r, linear(h, R, bR)) : linear(mul(r, h), R, bR);
  return (x, { h }) => {
    const r = sigma(summed(gates.r, x, h));
    const z = sigma(summed(gates.z, x, h));
    const n = phi(add(linear(x, W, bW), recalled(r, h)));
    return { h: add(mul(sub(1, z), n), mul(z, h)) };
  };
}
