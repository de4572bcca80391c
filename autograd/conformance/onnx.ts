import {
  add,
  clamp,
  concat,
  div,
  einsum,
  expand,
  gather,
  logSoftmax,
  maximum,
  mean,
  minimum,
  permute,
  type Shape,
  softmax,
  sqrt,
  squeeze,
  type Tensor,
  unsqueeze,
  var as variance,
  where,
  zeros,
} from '#autograd';
import { type ClassLossOptions, crossEntropy, layerNorm, nllLoss } from '#autograd/nn';
import * as activations from './activations.ts';
import type { OpCase, Outcome } from './case.ts';
import { compare, within } from './compare.ts';
import { decode, dtypeAmong, type Encoded } from './decode.ts';
import { operatorOf, type Reduction } from './families.ts';
import { entriesAt, gemm, runningSum, scaled, spreadOver, standardized, tile } from './layers.ts';
import { adagrad, adam, momentum } from './optimisers.ts';

interface OnnxCase extends OpCase {
  attrs: Attributes;
  inputs: (Encoded | null)[];
  outputs: Encoded[];
}

// biome-ignore lint/suspicious/noExplicitAny: attributes are what the operator's specification says
type Attributes = Record<string, any>;
/** Inputs by position, those left out undefined. */
type Operator = (inputs: Tensor[], attributes: Attributes) => Tensor | Tensor[];

/** An operator of the ONNX specification in the engine's ops. Tolerances are those of the ONNX tests. */
export function checkOnnx({ op, attrs, inputs, outputs }: OnnxCase): Outcome {
  const dtype = dtypeAmong(inputs);
  const xs = inputs.map((x) => (x ? decode(x, dtype) : undefined)) as Tensor[];
  const operator = operatorOf(op, operators, {
    map: (f) => (all) => f(all[0]),
    pair: (f) => (all) => f(all[0], all[1]),
    reduction,
  });
  const ys = [operator(xs, attrs)].flat();
  return compare(ys.slice(0, outputs.length), outputs, within(1e-7, 1e-3));
}

/** Reductions take their axes as an input; none, or an empty list, means all, or with the attribute: do nothing. */
function reduction(f: Reduction): Operator {
  return ([x, axes], { keepdims = 1, noop_with_empty_axes = 0 }) => {
    const list = axes && axes.size > 0 ? numbers(axes) : undefined;
    return list === undefined && noop_with_empty_axes ? f(x, [], true) : f(x, list, keepdims === 1);
  };
}

const numbers = (x: Tensor): number[] => [...x.data];

const operators: Record<string, Operator> = {
  Elu: ([x], { alpha }) => activations.elu(x, alpha),
  Celu: ([x], { alpha }) => activations.celu(x, alpha),
  Selu: ([x], { alpha, gamma }) => activations.selu(x, alpha, gamma),
  LeakyRelu: ([x], { alpha }) => activations.leakyRelu(x, alpha),
  PRelu: ([x, slope]) => activations.leakyRelu(x, slope),
  HardSigmoid: ([x], { alpha, beta }) => activations.hardSigmoid(x, alpha, beta),
  Gelu: ([x], { approximate }) => activations.gelu(x, approximate),
  Clip: ([x, low, high]) => clamp(x, low?.item(), high?.item()),
  Where: ([condition, a, b]) => where(condition, a, b),
  Sum: (xs) => xs.reduce((a, b) => add(a, b)),
  Max: (xs) => xs.reduce((a, b) => maximum(a, b)),
  Min: (xs) => xs.reduce((a, b) => minimum(a, b)),
  Mean: (xs) =>
    div(
      xs.reduce((a, b) => add(a, b)),
      xs.length,
    ),
  Softmax: ([x], { axis }) => softmax(x, axis),
  LogSoftmax: ([x], { axis }) => logSoftmax(x, axis),
  CumSum: ([x, axis], { exclusive, reverse }) => runningSum(x, axis.item(), exclusive, reverse),

  Concat: (xs, { axis }) => concat(xs, axis),
  Transpose: ([x], { perm }) => permute(x, perm ?? [...x.shape.keys()].reverse()),
  Expand: ([x, shape]) => expandBothWays(x, numbers(shape)),
  Tile: ([x, counts]) => tile(x, numbers(counts)),
  Squeeze: ([x, axes]) => squeeze(x, axes && numbers(axes)),
  Unsqueeze: ([x, axes]) => {
    const rank = x.rank + axes.size;
    const places = numbers(axes).map((axis) => (axis < 0 ? axis + rank : axis));
    return places.sort((a, b) => a - b).reduce((y, axis) => unsqueeze(y, axis), x);
  },
  Gather: ([x, indices], { axis }) => entriesAt(x, indices, axis),
  GatherElements: ([x, indices], { axis }) => gather(x, axis, indices),
  Einsum: (xs, { equation }) => einsum(equation, ...xs),

  Gemm: ([a, b, c], { transA, transB, ...scales }) =>
    gemm(a, b, { c, transposeA: transA, transposeB: transB, ...scales }),
  BatchNormalization: ([x, scale, shift, centre, spread], { epsilon }) => {
    const [s, t, m, v] = [scale, shift, centre, spread].map((p) => spreadOver(p, [1], x.rank));
    return scaled(standardized(x, m!, v!, epsilon), s, t);
  },
  LayerNormalization: ([x, scale, shift], { axis = -1, epsilon = 1e-5 }) => {
    const axes = [...x.shape.keys()].slice(axis);
    const deviation = sqrt(add(variance(x, axes, true, 0), epsilon));
    const y = layerNorm(x, x.shape.slice(axis), scale, shift, epsilon);
    return [y, mean(x, axes, true), div(1, deviation)];
  },

  NegativeLogLikelihoodLoss: ([scores, target, weight], attributes) =>
    nllLoss(scores, target, optionsOf(attributes, weight)),
  SoftmaxCrossEntropyLoss: ([scores, target, weight], attributes) => [
    crossEntropy(scores, target, optionsOf(attributes, weight)),
    logSoftmax(scores, 1),
  ],
  Momentum: momentum,
  Adagrad: adagrad,
  Adam: adam,
};

function optionsOf({ ignore_index, reduction }: Attributes, weight: Tensor): ClassLossOptions {
  return { weight, ignoreIndex: ignore_index, reduction };
}

/** ONNX lets x have the larger size too. */
function expandBothWays(x: Tensor, shape: Shape): Tensor {
  return expand(x, add(x, zeros(shape, { dtype: x.dtype })).shape);
}
