import './tensor/methods.ts';

export { toDot, toMermaid } from './draw/draw.ts';
export type { DrawOptions } from './draw/drawing.ts';
export type { Floats } from './kernels/floats.ts';
export { topologicalOrder, Value } from './scalar/value.ts';
export { detectAnomaly } from './tensor/anomaly.ts';
export { backward, type GradOptions, grad, zeroGrad } from './tensor/backward.ts';
export {
  arange,
  eye,
  full,
  ones,
  onesLike,
  type TensorOptions,
  tensor,
  zeros,
  zerosLike,
} from './tensor/create.ts';
export { ShapeError } from './tensor/errors.ts';
export { noGrad } from './tensor/graph.ts';
export type { Nested, NestedLike } from './tensor/nested.ts';
export { relu, sigmoid, tanh } from './tensor/ops/activation.ts';
export { argmax } from './tensor/ops/argmax.ts';
export { add, div, mul, neg, sub } from './tensor/ops/arithmetic.ts';
export { abs, clamp, maximum, minimum } from './tensor/ops/bounds.ts';
export type { Operand } from './tensor/ops/broadcast.ts';
export { eq, ge, gt, le, lt, ne } from './tensor/ops/comparison.ts';
export { concat } from './tensor/ops/concat.ts';
export { cumsum } from './tensor/ops/cumsum.ts';
export { einsum } from './tensor/ops/einsum.ts';
export { exp, log, pow, sqrt } from './tensor/ops/exponential.ts';
export { flip } from './tensor/ops/flip.ts';
export { gather, scatter } from './tensor/ops/gather.ts';
export { indexSelect } from './tensor/ops/index-select.ts';
export type { Indices } from './tensor/ops/indices.ts';
export { matmul } from './tensor/ops/matmul.ts';
export { max, min } from './tensor/ops/max.ts';
export { mean } from './tensor/ops/mean.ts';
export { norm } from './tensor/ops/norm.ts';
export { prod } from './tensor/ops/prod.ts';
export { reshape, squeeze, unsqueeze } from './tensor/ops/reshape.ts';
export { select } from './tensor/ops/select.ts';
export { type Padding, pad, slice } from './tensor/ops/slice.ts';
export { logSoftmax, logSumExp, softmax } from './tensor/ops/softmax.ts';
export { argsort, type Sorted, sort, topk } from './tensor/ops/sort.ts';
export { split } from './tensor/ops/split.ts';
export { stack } from './tensor/ops/stack.ts';
export { type Axes, expand, sum } from './tensor/ops/sum.ts';
export { ops } from './tensor/ops/table.ts';
export { permute, transpose } from './tensor/ops/transpose.ts';
export { cos, sin } from './tensor/ops/trigonometric.ts';
export { var } from './tensor/ops/var.ts';
export { type Condition, where } from './tensor/ops/where.ts';
export {
  choice,
  type Rng,
  rand,
  randint,
  randn,
  randperm,
  type SeededRng,
  seededRng,
} from './tensor/random.ts';
export type { Shape } from './tensor/shape.ts';
export { type DType, Tensor } from './tensor/tensor.ts';

/** A row of numbers. */
export type Vector = number[];
/** `Matrix[row][column]`. */
export type Matrix = number[][];
