import { mul, type Tensor } from '#autograd';
import { type GradcheckOptions, type GradcheckResult, gradcheck } from '#autograd/check';
import { customOp } from '../../extend.ts';

/** g, whose gradient is 1.001 h where it should be h. */
const bar = customOp({ name: 'bar', forward: (g: Tensor) => g, vjp: (h) => mul(h, 1.001) });

const functions: Record<string, (x: Tensor) => Tensor> = {
  'gc-hips-second-order-order2': customOp({
    name: 'twice',
    forward: (x: Tensor) => mul(x, 2),
    vjp: (dy) => mul(bar(dy), 2),
  }),
  'gc-crtu-inplace-accumulation': customOp({
    name: 'accumulates',
    forward: (x: Tensor) => x,
    vjp: (dy, _y, x) => (x.grad === null ? dy : mul(dy, 200)),
  }),
  'gc-crtu-primal-mismatch': (x) => (x.requiresGrad ? otherPrimal(x) : x),
};

/** The rule computes the forward anew, and wrong. */
const otherPrimal = customOp({ name: 'primal', forward: (x: Tensor) => mul(x, 2.5), vjp: (dy) => dy });

/** The cases that are told in words. */
export function described(id: string, inputs: readonly Tensor[], options: GradcheckOptions): GradcheckResult {
  const f = functions[id];
  if (f) return gradcheck(f, inputs, options);
  throw new Error(`there is no function for ${id}`);
}
