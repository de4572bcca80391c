import './tensor/methods.ts';

export type { Floats } from './kernels/floats.ts';
export { topologicalOrder, Value } from './scalar/value.ts';
export { backward, type GradOptions, grad } from './tensor/backward.ts';
export { full, ones, onesLike, type TensorOptions, tensor, zeros, zerosLike } from './tensor/create.ts';
export { ShapeError } from './tensor/errors.ts';
export { noGrad } from './tensor/graph.ts';
export type { Nested, NestedLike } from './tensor/nested.ts';
export { relu, sigmoid, tanh } from './tensor/ops/activation.ts';
export { add, div, mul, neg, sub } from './tensor/ops/arithmetic.ts';
export type { Operand } from './tensor/ops/broadcast.ts';
export { concat } from './tensor/ops/concat.ts';
export { exp, log, pow, sqrt } from './tensor/ops/exponential.ts';
export { matmul } from './tensor/ops/matmul.ts';
export { mean } from './tensor/ops/mean.ts';
export { reshape, squeeze, unsqueeze } from './tensor/ops/reshape.ts';
export { select } from './tensor/ops/select.ts';
export { type Padding, pad, slice } from './tensor/ops/slice.ts';
export { split } from './tensor/ops/split.ts';
export { stack } from './tensor/ops/stack.ts';
export { type Axes, expand, sum } from './tensor/ops/sum.ts';
export { ops } from './tensor/ops/table.ts';
export { transpose } from './tensor/ops/transpose.ts';
export { type Rng, rand, randn, seededRng } from './tensor/random.ts';
export type { Shape } from './tensor/shape.ts';
export { type DType, Tensor } from './tensor/tensor.ts';

/** A row of numbers. */
export type Vector = number[];
/** `Matrix[row][column]`. */
export type Matrix = number[][];
