import type { Floats } from '../kernels/floats.ts';
import { noSteps } from './messages/values.ts';
import { flatten, type NestedLike, shapeOfNested } from './nested.ts';
import { requireSizes, type Shape, sizeOf } from './shape.ts';
import { type DType, Tensor } from './tensor.ts';

export interface TensorOptions {
  requiresGrad?: boolean;
  /** `float64` unless stated. */
  dtype?: DType;
}

/** An array of zeros. */
export function allocate(size: number, dtype: DType): Floats {
  return dtype === 'float32' ? new Float32Array(size) : new Float64Array(size);
}

/** A tensor of zeros with the dtype of `x`, to be filled by a kernel. */
export function emptyLike(x: Tensor, shape: Shape = x.shape): Tensor {
  return new Tensor(allocate(sizeOf(shape), x.dtype), shape);
}

/**
 * A tensor from a number or nested arrays, which are copied.
 *
 * @throws ShapeError for ragged arrays, TypeError for elements that are not numbers
 * @example
 * tensor([[1, 2, 3], [4, 5, 6]]).shape; // [2, 3]
 */
export function tensor(nested: NestedLike, options: TensorOptions = {}): Tensor {
  const shape = shapeOfNested(nested);
  const flat = flatten(nested, shape);
  const x = full(shape, 0, options);
  x.storage.set(flat);
  return x;
}

/**
 * A tensor that holds `value` everywhere.
 *
 * @throws ShapeError unless the sizes are integers of 0 or more
 * @example
 * full([2, 2], 7).toArray(); // [[7, 7], [7, 7]]
 */
export function full(shape: Shape, value: number, options: TensorOptions = {}): Tensor {
  requireSizes('full', shape);
  const data = allocate(sizeOf(shape), options.dtype ?? 'float64');
  if (value !== 0) data.fill(value);
  return new Tensor(data, [...shape], options.requiresGrad);
}

const RANK_0: Shape = [];

/** `full([], value)`, lean: every number beside a tensor becomes one. */
export function scalar(value: number, dtype: DType): Tensor {
  const x = new Tensor(allocate(1, dtype), RANK_0);
  x.storage[0] = value;
  return x;
}

/** `full(shape, 0)`. */
export function zeros(shape: Shape, options?: TensorOptions): Tensor {
  return full(shape, 0, options);
}

/** `full(shape, 1)`. */
export function ones(shape: Shape, options?: TensorOptions): Tensor {
  return full(shape, 1, options);
}

/**
 * The identity matrix [n, m]: 1 on the diagonal, 0 elsewhere; square unless `m` is stated.
 *
 * @throws ShapeError unless the sizes are integers of 0 or more
 * @example
 * eye(2).toArray(); // [[1, 0], [0, 1]]
 */
export function eye(n: number, m: number = n, options?: TensorOptions): Tensor {
  const x = zeros([n, m], options);
  for (let i = 0; i < Math.min(n, m); i++) x.storage[i * m + i] = 1;
  return x;
}

/**
 * The numbers `start`, `start + step`, … before `end`. With one argument it counts from 0 to before it.
 *
 * @throws RangeError unless `step` leads from `start` to `end` in finitely many steps
 * @example
 * arange(4).toArray(); // [0, 1, 2, 3]
 * arange(1, 2, 0.5).toArray(); // [1, 1.5]
 */
export function arange(start: number, end?: number, step = 1, options?: TensorOptions): Tensor {
  if (end === undefined) return arange(0, start, step, options);
  const count = Math.ceil((end - start) / step);
  if (!(start === end || (count >= 0 && Number.isFinite(count)))) throw noSteps(start, end, step);
  const x = zeros([start === end ? 0 : count], options);
  for (let i = 0; i < x.size; i++) x.storage[i] = start + i * step;
  return x;
}

/** Zeros with the shape and dtype of `x`. */
export function zerosLike(x: Tensor): Tensor {
  return emptyLike(x);
}

/** Ones with the shape and dtype of `x`. */
export function onesLike(x: Tensor): Tensor {
  return full(x.shape, 1, { dtype: x.dtype });
}
