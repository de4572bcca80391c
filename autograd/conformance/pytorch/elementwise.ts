import { add, clamp, div, logSumExp, lt, mul, stack, sub, where } from '#autograd';
import { softplus } from '#autograd/nn';
import * as activations from '../activations.ts';
import { named, type Operator } from './call.ts';

export const elementwise: Record<string, Operator> = {
  'nn.functional.elu': named('', (x) => activations.elu(x)),
  'nn.functional.selu': named('', (x) => activations.selu(x)),
  'nn.functional.hardtanh': named('', (x) => clamp(x, -1, 1)),
  'nn.functional.hardsigmoid': named('', (x) => activations.hardSigmoid(x, 1 / 6)),
  'nn.functional.leaky_relu': named('slope', (x, { slope, negative_slope }) =>
    activations.leakyRelu(x, slope ?? negative_slope),
  ),
  'nn.functional.gelu': named('', (x, { approximate }) => activations.gelu(x, approximate)),
  'nn.functional.softplus': named('', (x, { beta = 1, threshold = 20 }) => {
    const z = mul(x, beta);
    return where(lt(threshold, z), x, div(softplus(z), beta));
  }),
  logaddexp: named('b', (a, { b }) => logSumExp(stack([a, b]), 0)),
  lerp: named('end weight', (a, { end, weight }) => add(a, mul(sub(end, a), weight))),
  addcmul: named('a b', (x, { a, b, value = 1 }) => add(x, mul(mul(a, b), value))),
  addcdiv: named('a b', (x, { a, b, value = 1 }) => add(x, mul(div(a, b), value))),
  masked_fill: named('mask value', (x, { mask, value }) => where(mask, value, x)),
};
