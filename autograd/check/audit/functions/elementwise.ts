import {
  add,
  cos,
  div,
  exp,
  log,
  mul,
  neg,
  pow,
  type Rng,
  relu,
  sigmoid,
  sin,
  sqrt,
  sub,
  type Tensor,
  tanh,
} from '#autograd';
import { awayFromZero, between, mapped } from '../draw.ts';
import type { Definition } from '../own-op.ts';

/** y = f(x) elementwise: ∂L/∂x = ∂L/∂y · f′, with f′ from y and x. */
function elementwise(
  forward: (x: Tensor) => Tensor,
  slope: (y: Tensor, x: Tensor) => Tensor | number,
  draw: (rng: Rng) => Tensor = between(-1.5, 1.5, [2, 3]),
): Definition {
  return { forward, rules: [(dy, y, x) => mul(dy, slope(y, x))], draw: (rng) => [draw(rng)] };
}

const positive = between(0.3, 2, [2, 3]);
const sideOf = (low: number) => mapped((x) => (x > 0 ? 1 : low));

/** One number at a time: a backward that is right on the diagonal is right. */
export const maps = {
  sin: elementwise(sin, (_y, x) => cos(x)),
  cos: elementwise(cos, (_y, x) => neg(sin(x))),
  tanh: elementwise(tanh, (y) => sub(1, mul(y, y))),
  sigmoid: elementwise(sigmoid, (y) => mul(y, sub(1, y))),
  exp: elementwise(exp, (y) => y),
  log: elementwise(log, (_y, x) => div(1, x), positive),
  sqrt: elementwise(sqrt, (y) => div(0.5, y), positive),
  square: elementwise(
    (x) => mul(x, x),
    (_y, x) => mul(x, 2),
  ),
  cube: elementwise(
    (x) => pow(x, 3),
    (_y, x) => mul(mul(x, x), 3),
  ),
  reciprocal: elementwise(
    (x) => div(1, x),
    (y) => neg(mul(y, y)),
    awayFromZero([2, 3]),
  ),
  softplus: elementwise(
    (x) => log(add(1, exp(x))),
    (_y, x) => sigmoid(x),
  ),
  gaussian: elementwise(
    (x) => exp(neg(mul(x, x))),
    (y, x) => mul(mul(x, y), -2),
  ),
  silu: elementwise(
    (x) => mul(x, sigmoid(x)),
    (y, x) => add(y, mul(sigmoid(x), sub(1, y))),
  ),
  relu: elementwise(relu, (_y, x) => sideOf(0)(x), awayFromZero([2, 3])),
  leakyRelu: elementwise(
    mapped((x) => Math.max(x, 0.1 * x)),
    (_y, x) => sideOf(0.1)(x),
    awayFromZero([2, 3]),
  ),
  abs: elementwise(mapped(Math.abs), (_y, x) => sideOf(-1)(x), awayFromZero([2, 3])),
  closeToAKink: elementwise(relu, (_y, x) => sideOf(0)(x), between(0.004, 0.02, [4])),
  minute: elementwise(
    (x) => mul(tanh(x), 1e-6),
    (y) => sub(1e-6, mul(mul(y, y), 1e6)),
  ),
  huge: elementwise(
    (x) => mul(tanh(x), 1e6),
    (y) => sub(1e6, mul(mul(y, y), 1e-6)),
  ),
};
