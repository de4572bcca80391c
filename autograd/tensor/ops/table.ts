import { relu, sigmoid, tanh } from './activation.ts';
import { argmax } from './argmax.ts';
import { add, div, mul, neg, sub } from './arithmetic.ts';
import { abs, clamp, maximum, minimum } from './bounds.ts';
import { eq, ge, gt, le, lt, ne } from './comparison.ts';
import { concat } from './concat.ts';
import { cumsum } from './cumsum.ts';
import { einsum } from './einsum.ts';
import { exp, log, pow, sqrt } from './exponential.ts';
import { flip } from './flip.ts';
import { gather, scatter } from './gather.ts';
import { indexSelect } from './index-select.ts';
import { matmul } from './matmul.ts';
import { max, min } from './max.ts';
import { mean } from './mean.ts';
import { norm } from './norm.ts';
import { prod } from './prod.ts';
import { reshape, squeeze, unsqueeze } from './reshape.ts';
import { select } from './select.ts';
import { pad, slice } from './slice.ts';
import { logSoftmax, logSumExp, softmax } from './softmax.ts';
import { argsort, sort, topk } from './sort.ts';
import { split } from './split.ts';
import { stack } from './stack.ts';
import { expand, sum } from './sum.ts';
import { permute, transpose } from './transpose.ts';
import { cos, sin } from './trigonometric.ts';
import { var as variance } from './var.ts';
import { where } from './where.ts';

/** Ops whose first operand is a tensor: each is a function and a method. */
export const methods = {
  add,
  sub,
  mul,
  div,
  neg,
  pow,
  exp,
  log,
  sqrt,
  sin,
  cos,
  tanh,
  sigmoid,
  relu,
  abs,
  maximum,
  minimum,
  clamp,
  gt,
  ge,
  lt,
  le,
  eq,
  ne,
  matmul,
  transpose,
  permute,
  reshape,
  expand,
  unsqueeze,
  squeeze,
  flip,
  sum,
  mean,
  max,
  min,
  var: variance,
  norm,
  prod,
  logSumExp,
  softmax,
  logSoftmax,
  argmax,
  cumsum,
  argsort,
  sort,
  topk,
  slice,
  pad,
  select,
  indexSelect,
  gather,
  scatter,
  split,
};

/** Every op by name. Gradient tests, reference page and benchmark are derived from this table. */
export const ops = { ...methods, where, concat, stack, einsum };
