import { relu, sigmoid, tanh } from './activation.ts';
import { add, div, mul, neg, sub } from './arithmetic.ts';
import { concat } from './concat.ts';
import { exp, log, pow, sqrt } from './exponential.ts';
import { matmul } from './matmul.ts';
import { mean } from './mean.ts';
import { reshape, squeeze, unsqueeze } from './reshape.ts';
import { select } from './select.ts';
import { pad, slice } from './slice.ts';
import { split } from './split.ts';
import { stack } from './stack.ts';
import { expand, sum } from './sum.ts';
import { transpose } from './transpose.ts';

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
  tanh,
  sigmoid,
  relu,
  matmul,
  transpose,
  reshape,
  expand,
  unsqueeze,
  squeeze,
  sum,
  mean,
  slice,
  pad,
  select,
  split,
};

/** Every op by name. Gradient tests, reference page and benchmark are derived from this table. */
export const ops = { ...methods, concat, stack };
