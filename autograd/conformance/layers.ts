import {
  type Axes,
  add,
  arange,
  concat,
  cumsum,
  div,
  flip,
  ge,
  indexSelect,
  matmul,
  mean,
  mul,
  type Operand,
  permute,
  reshape,
  type Shape,
  slice,
  sqrt,
  sub,
  type Tensor,
  transpose,
  unsqueeze,
  var as variance,
} from '#autograd';

/** Layers and rearrangements that other libraries have as ops of their own, composed from the engine's. */

/** Mean 0 and variance 1 over `axes`. */
export function normalized(x: Tensor, axes: Axes, eps?: number): Tensor {
  return standardized(x, mean(x, axes, true), variance(x, axes, true, 0), eps);
}

export function standardized(x: Tensor, centre: Tensor, spread: Tensor, eps = 1e-5): Tensor {
  return div(sub(x, centre), sqrt(add(spread, eps)));
}

export function scaled(x: Tensor, scale?: Operand | null, shift?: Operand | null): Tensor {
  return add(mul(x, scale ?? 1), shift ?? 0);
}

/** A tensor whose axes stand for `axes` of another one of that rank, in that order, as it broadcasts over it. */
export function spreadOver(
  x: Tensor | null | undefined,
  axes: readonly number[],
  rank: number,
): Tensor | null {
  if (!x) return null;
  const order = [...axes.keys()].sort((i, j) => axes[i] - axes[j]);
  const sizes = Array.from({ length: rank }, (_, axis) =>
    axes.includes(axis) ? x.shape[axes.indexOf(axis)] : 1,
  );
  return reshape(permute(x, order), sizes);
}

interface GemmOptions {
  c?: Tensor | null;
  alpha?: number;
  beta?: number;
  transposeA?: boolean;
  transposeB?: boolean;
}

/** α a b + β c */
export function gemm(a: Tensor, b: Tensor, options: GemmOptions): Tensor {
  const { c, alpha = 1, beta = 1, transposeA, transposeB } = options;
  const [left, right] = [transposeA ? transpose(a, 0, 1) : a, transposeB ? transpose(b, 0, 1) : b];
  const product = mul(matmul(left, right), alpha);
  return c ? add(product, mul(c, beta)) : product;
}

/** `cumsum`, of the elements before each one, or from the end. */
export function runningSum(x: Tensor, axis: number, exclusive = false, reversed = false): Tensor {
  if (reversed) return flip(runningSum(flip(x, axis), axis, exclusive), axis);
  return exclusive ? sub(cumsum(x, axis), x) : cumsum(x, axis);
}

/** The entries at indices of any shape along an axis, whose place that shape takes. */
export function entriesAt(x: Tensor, indices: Tensor, axis = 0): Tensor {
  const y = indexSelect(x, axis, reshape(indices, [indices.size]));
  return reshape(y, x.shape.toSpliced(axis, 1, ...indices.shape));
}

/** `x` repeated along every axis; counts for axes in front that it lacks add them. */
export function tile(x: Tensor, counts: readonly number[]): Tensor {
  const missing = Math.max(counts.length - x.rank, 0);
  const whole = reshape(x, [...new Array<number>(missing).fill(1), ...x.shape]);
  return counts.reduce((y, count, i) => repeated(y, whole.rank - counts.length + i, count), whole);
}

function repeated(x: Tensor, axis: number, count: number): Tensor {
  return count === 0 ? slice(x, axis, 0, 0) : concat(new Array<Tensor>(count).fill(x), axis);
}

/** 1 where column - row ≥ diagonal in the last two axes. */
export function upperMask(x: Tensor, diagonal: number): Tensor {
  const [rows, columns]: Shape = x.shape.slice(-2);
  const row = unsqueeze(arange(0, rows, 1, { dtype: x.dtype }), 1);
  return ge(sub(arange(0, columns, 1, { dtype: x.dtype }), row), diagonal);
}
