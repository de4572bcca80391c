import {
  abs,
  add,
  clamp,
  div,
  exp,
  gt,
  minimum,
  mul,
  neg,
  type Operand,
  pow,
  sigmoid,
  sub,
  type Tensor,
  tanh,
  where,
} from '#autograd';
import { softplus } from '#autograd/nn';
import { erf } from './erf.ts';

/** Activations that other libraries have as ops of their own, composed from the engine's. */

export function leakyRelu(x: Tensor, slope: Operand = 0.01): Tensor {
  return where(gt(x, 0), x, mul(x, slope));
}

export function elu(x: Tensor, alpha = 1): Tensor {
  return where(gt(x, 0), x, mul(sub(exp(minimum(x, 0)), 1), alpha));
}

export function celu(x: Tensor, alpha = 1): Tensor {
  return where(gt(x, 0), x, mul(sub(exp(div(minimum(x, 0), alpha)), 1), alpha));
}

export function selu(x: Tensor, alpha = 1.6732632423543772, gamma = 1.0507009873554805): Tensor {
  return mul(elu(x, alpha), gamma);
}

export function hardSigmoid(x: Tensor, slope = 0.2, shift = 0.5): Tensor {
  return clamp(add(mul(x, slope), shift), 0, 1);
}

export function hardSwish(x: Tensor): Tensor {
  return div(mul(x, clamp(add(x, 3), 0, 6)), 6);
}

export function logSigmoid(x: Tensor): Tensor {
  return neg(softplus(neg(x)));
}

export function silu(x: Tensor): Tensor {
  return mul(x, sigmoid(x));
}

export function softsign(x: Tensor): Tensor {
  return div(x, add(abs(x), 1));
}

/** x Φ(x), exact or by the approximation of Hendrycks and Gimpel (2016). */
export function gelu(x: Tensor, approximate?: string): Tensor {
  const inner = mul(add(x, mul(pow(x, 3), 0.044715)), Math.sqrt(2 / Math.PI));
  const twice = approximate === 'tanh' ? tanh(inner) : erf(mul(x, Math.SQRT1_2));
  return mul(mul(x, 0.5), add(twice, 1));
}
