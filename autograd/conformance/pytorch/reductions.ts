import {
  type Axes,
  abs,
  argmax,
  cumsum,
  logSoftmax,
  logSumExp,
  max,
  mean,
  min,
  neg,
  pow,
  prod,
  type Sorted,
  slice,
  softmax,
  sort,
  sqrt,
  stack,
  sum,
  type Tensor,
  topk,
  var as variance,
} from '#autograd';
import type { Reduction } from '../families.ts';
import { type Any, atLeast1d, named, type Operator } from './call.ts';

const reduction = (f: Reduction): Operator =>
  named('dim keepdim', (x, { dim, keepdim }) => f(x, x.rank === 0 ? undefined : dim, keepdim));

/** `amax` and `amin` share a tie also along a single axis. */
const extremum = (f: Reduction): Operator =>
  reduction((x, axes, keepDims) => f(x, axes && [axes].flat(), keepDims));

const spread = (f: (x: Tensor) => Tensor): Operator =>
  named('dim unbiased keepdim', (x, { dim, unbiased, keepdim, correction = unbiased === false ? 0 : 1 }) =>
    f(variance(x, dim ?? undefined, keepdim, correction)),
  );

/** Along one axis, also of a tensor of rank 0. */
const along = (names: string, f: (x: Tensor, given: Any) => Tensor | Tensor[]): Operator =>
  named(names, (input, given) => atLeast1d(input, (x) => f(x, given)));

export const reductions: Record<string, Operator> = {
  sum: reduction(sum),
  mean: reduction(mean),
  prod: reduction(prod),
  logsumexp: reduction(logSumExp),
  amax: extremum(max),
  amin: extremum(min),
  'max.reduction_no_dim': named('', (x) => max(x)),
  'max.reduction_with_dim': along('dim keepdim', (x, { dim, keepdim }) => [
    max(x, dim, keepdim),
    argmax(x, dim, keepdim),
  ]),
  'min.reduction_with_dim': along('dim keepdim', (x, { dim, keepdim }) => [
    min(x, dim, keepdim),
    argmax(neg(x), dim, keepdim),
  ]),
  var: spread((v) => v),
  std: spread(sqrt),
  norm: named('p dim', (x, { p, dim, keepdim }) => pNorm(x, p, dim, keepdim)),
  'linalg.vector_norm': named('', (x, { ord }) => pNorm(x, ord)),
  softmax: named('dim', (x, { dim }) => softmax(x, dim)),
  log_softmax: named('dim', (x, { dim }) => logSoftmax(x, dim)),
  cumsum: along('dim', (x, { dim }) => cumsum(x, dim)),
  cumprod: along('dim', (x, { dim }) => cumulativeProduct(x, dim)),
  sort: along('dim descending', (x, { dim, descending }) => both(sort(x, dim, descending))),
  topk: along('k dim', (x, { k, dim }) => both(topk(x, k, dim))),
};

function both({ values, indices }: Sorted): Tensor[] {
  return [values, indices];
}

/** (Σ |x|ᵖ)^(1/p) */
function pNorm(x: Tensor, p: number, axes?: Axes, keepDims?: boolean): Tensor {
  return pow(sum(pow(abs(x), p), axes, keepDims), 1 / p);
}

function cumulativeProduct(x: Tensor, axis: number): Tensor {
  const ends = Array.from({ length: x.shape[axis] }, (_, i) => i + 1);
  const products = ends.map((end) => prod(slice(x, axis, 0, end), axis));
  return products.length === 0 ? x : stack(products, axis);
}
