import type { Floats } from '../kernels/floats.ts';
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
  x.data.set(flat);
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

/** `full(shape, 0)`. */
export function zeros(shape: Shape, options?: TensorOptions): Tensor {
  return full(shape, 0, options);
}

/** `full(shape, 1)`. */
export function ones(shape: Shape, options?: TensorOptions): Tensor {
  return full(shape, 1, options);
}

export function zerosLike(x: Tensor): Tensor {
  return emptyLike(x);
}

export function onesLike(x: Tensor): Tensor {
  return full(x.shape, 1, { dtype: x.dtype });
}
