import {
  type Axes,
  abs,
  add,
  cos,
  div,
  exp,
  log,
  logSumExp,
  matmul,
  max,
  maximum,
  mean,
  min,
  minimum,
  mul,
  neg,
  norm,
  pow,
  prod,
  relu,
  sigmoid,
  sin,
  sqrt,
  sub,
  sum,
  type Tensor,
  tanh,
} from '#autograd';
import { softplus } from '#autograd/nn';
import { gelu, hardSwish, logSigmoid, silu, softsign } from './activations.ts';
import { erf } from './erf.ts';

/** Operators that every source has under nearly the same name, here in lower case, without `nn.functional.`. */

type Map = (x: Tensor) => Tensor;
type Pair = (a: Tensor, b: Tensor) => Tensor;
export type Reduction = (x: Tensor, axes: Axes | undefined, keepDims: boolean) => Tensor;

const maps: Record<string, Map> = {
  abs,
  neg,
  exp,
  log,
  sqrt,
  sin,
  cos,
  tanh,
  sigmoid,
  relu,
  erf,
  gelu,
  silu,
  softplus,
  softsign,
  hardswish: hardSwish,
  logsigmoid: logSigmoid,
  identity: (x) => x,
  tan: (x) => div(sin(x), cos(x)),
  reciprocal: (x) => div(1, x),
  square: (x) => mul(x, x),
  rsqrt: (x) => div(1, sqrt(x)),
};

const pairs: Record<string, Pair> = {
  add,
  sub,
  mul,
  div,
  'div.no_rounding_mode': div,
  pow,
  max: maximum,
  maximum,
  clamp_min: maximum,
  min: minimum,
  minimum,
  clamp_max: minimum,
  matmul,
  bmm: matmul,
};

const reductions: Record<string, Reduction> = {
  reducesum: sum,
  reducemean: mean,
  reducemax: max,
  reducemin: min,
  reduceprod: prod,
  reduceproduct: prod,
  reducel1: (x, axes, keepDims) => sum(abs(x), axes, keepDims),
  reducel2: norm,
  reducesumsquare: (x, axes, keepDims) => sum(mul(x, x), axes, keepDims),
  reducelogsum: (x, axes, keepDims) => log(sum(x, axes, keepDims)),
  reducelogsumexp: logSumExp,
};

/** How a source calls an operator of each family. */
interface Callers<Operator> {
  map(f: Map): Operator;
  pair(f: Pair): Operator;
  reduction?(f: Reduction): Operator;
}

/** The operator of that name, as the source calls it. @throws Error for one that nobody has written */
export function operatorOf<Operator>(
  op: string,
  own: Record<string, Operator>,
  callers: Callers<Operator>,
): Operator {
  if (own[op]) return own[op];
  const name = op.toLowerCase().replace('nn.functional.', '');
  if (maps[name]) return callers.map(maps[name]);
  if (pairs[name]) return callers.pair(pairs[name]);
  if (reductions[name] && callers.reduction) return callers.reduction(reductions[name]);
  throw new Error(`no operator ${op}: it belongs into a table of this folder, or into not-applicable.ts`);
}
