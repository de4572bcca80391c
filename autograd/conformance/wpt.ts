import {
  add,
  clamp,
  concat,
  expand,
  flip,
  indexSelect,
  mul,
  pad,
  permute,
  reshape,
  slice,
  softmax,
  split,
  type Tensor,
  where,
} from '#autograd';
import * as activations from './activations.ts';
import type { OpCase, Outcome } from './case.ts';
import { compare, within, withinUlps } from './compare.ts';
import { decode, type Encoded } from './decode.ts';
import { operatorOf } from './families.ts';
import {
  entriesAt,
  gemm,
  normalized,
  runningSum,
  scaled,
  spreadOver,
  standardized,
  tile,
  upperMask,
} from './layers.ts';

interface WptCase extends OpCase {
  inputs: Record<string, Encoded>;
  /** One object with one key for each argument of the WebNN call; operands stand there by the names of inputs. */
  arguments: Record<string, unknown>[];
  outputs: Record<string, Encoded>;
  output_names: string[];
  source_tolerance: { metricType: 'ULP' | 'ATOL'; value: number };
}

// biome-ignore lint/suspicious/noExplicitAny: arguments are what the WebNN specification says
type Given = any;
/** The arguments by name, those of `options` among them. */
type Operator = (given: Given) => Tensor | Tensor[];

/** A WebNN operator in the engine's ops. The tolerance stands in the case. */
export function checkWpt({ op, inputs, outputs, output_names, source_tolerance, ...one }: WptCase): Outcome {
  const tensors = new Map(Object.entries(inputs).map(([name, x]) => [name, decode(x, 'float32')]));
  const operator = operatorOf<Operator>(op, operators, {
    map: (f) => (given) => f(given.input),
    pair: (f) => (given) => f(given.a, given.b),
    reduction: (f) => (given) => f(given.input, given.axes, given.keepDimensions ?? false),
  });
  const ys = [operator(namedArguments(one.arguments, tensors))].flat();
  const { metricType, value } = source_tolerance;
  const near = metricType === 'ULP' ? withinUlps(value) : within(value, 0);
  const expected = output_names.map((name) => outputs[name]);
  return compare(ys, expected, near);
}

function namedArguments(list: Record<string, unknown>[], tensors: Map<string, Tensor>): Given {
  const { options = {}, ...rest }: Given = Object.assign({}, ...list);
  const entries = Object.entries({ ...rest, ...options });
  return Object.fromEntries(entries.map(([name, value]) => [name, valueOf(value, tensors)]));
}

/** A word that names no operand, as in `mode: 'edge'`, stays. */
function valueOf(value: unknown, tensors: Map<string, Tensor>): unknown {
  if (Array.isArray(value)) return value.map((one) => valueOf(one, tensors));
  return typeof value === 'string' ? (tensors.get(value) ?? value) : value;
}

const operators: Record<string, Operator> = {
  elu: ({ input, alpha }) => activations.elu(input, alpha),
  leakyRelu: ({ input, alpha }) => activations.leakyRelu(input, alpha),
  prelu: ({ input, slope }) => activations.leakyRelu(input, slope),
  hardSigmoid: ({ input, alpha, beta }) => activations.hardSigmoid(input, alpha, beta),
  linear: ({ input, alpha = 1, beta = 0 }) => add(mul(input, alpha), beta),
  clamp: ({ input, minValue, maxValue }) => clamp(input, minValue, maxValue),
  where: ({ condition, trueValue, falseValue }) => where(condition, trueValue, falseValue),
  softmax: ({ input, axis = 1 }) => softmax(input, axis),
  cumulativeSum: ({ input, axis, exclusive, reversed }) => runningSum(input, axis, exclusive, reversed),

  concat: ({ inputs, axis }) => concat(inputs, axis),
  transpose: ({ input, permutation }) => permute(input, permutation ?? [...input.shape.keys()].reverse()),
  reshape: ({ input, newShape }) => reshape(input, newShape),
  expand: ({ input, newShape }) => expand(input, newShape),
  tile: ({ input, repetitions }) => tile(input, repetitions),
  reverse: ({ input, axes }) => flip(input, axes),
  pad: ({ input, beginningPadding, endingPadding, value, mode = 'constant' }) => {
    const pairs: [number, number][] = beginningPadding.map((before: number, axis: number) => [
      before,
      endingPadding[axis],
    ]);
    return mode === 'constant'
      ? pad(input, pairs, value)
      : pairs.reduce((x, pair, axis) => extended(x, axis, pair, mode), input);
  },
  slice: ({ input, starts, sizes, strides = [] }) =>
    starts.reduce(
      (x: Tensor, start: number, axis: number) => strided(x, axis, start, sizes[axis], strides[axis]),
      input,
    ),
  split: ({ input, splits, axis = 0 }) =>
    typeof splits === 'number' ? split(input, splits, axis) : cut(input, splits, axis),
  gather: ({ input, indices, axis = 0 }) => {
    // WebNN moves an index outside the axis to its nearer end
    const n = input.shape[axis];
    return entriesAt(input, clamp(indices, -n, n - 1), axis);
  },
  triangular: ({ input, upper = true, diagonal = 0 }) =>
    upper ? where(upperMask(input, diagonal), input, 0) : where(upperMask(input, diagonal + 1), 0, input),

  gemm: ({ a, b, aTranspose, bTranspose, ...rest }) =>
    gemm(a, b, { transposeA: aTranspose, transposeB: bTranspose, ...rest }),
  batchNormalization: ({ input, mean, variance, scale, bias, axis = 1, epsilon }) => {
    const [m, v, s, t] = [mean, variance, scale, bias].map((p) => spreadOver(p, [axis], input.rank));
    return scaled(standardized(input, m!, v!, epsilon), s, t);
  },
  layerNormalization: ({ input, scale, bias, axes = [...input.shape.keys()].slice(1), epsilon }) => {
    const [s, t] = [scale, bias].map((p) => spreadOver(p, axes, input.rank));
    return scaled(normalized(input, axes, epsilon), s, t);
  },
  instanceNormalization: ({ input, scale, bias, layout = 'nchw', epsilon }) => {
    const [channel, axes] = layout === 'nchw' ? [1, [2, 3]] : [3, [1, 2]];
    const [s, t] = [scale, bias].map((p) => spreadOver(p, [channel as number], input.rank));
    return scaled(normalized(input, axes as number[], epsilon), s, t);
  },
};

/** Every `stride`-th of the `size` entries from `start` on. */
function strided(x: Tensor, axis: number, start: number, size: number, stride = 1): Tensor {
  if (stride === 1) return slice(x, axis, start, start + size);
  return indexSelect(
    x,
    axis,
    Array.from({ length: Math.ceil(size / stride) }, (_, i) => start + i * stride),
  );
}

function cut(x: Tensor, sizes: number[], axis: number): Tensor[] {
  const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
  return sizes.map((size, i) => slice(x, axis, starts[i], starts[i] + size));
}

/** Padded with its own entries: the outermost again, or those inside it mirrored. */
function extended(x: Tensor, axis: number, [before, after]: [number, number], mode: string): Tensor {
  const last = x.shape[axis] - 1;
  const inside = (i: number) =>
    mode === 'edge' ? Math.min(Math.max(i, 0), last) : last - Math.abs(last - Math.abs(i));
  return indexSelect(
    x,
    axis,
    Array.from({ length: before + last + 1 + after }, (_, i) => inside(i - before)),
  );
}
