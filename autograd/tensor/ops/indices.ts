import { noIndex } from '../messages/axes.ts';
import { flatten, type NestedLike, shapeOfNested } from '../nested.ts';
import type { Shape } from '../shape.ts';
import { Tensor } from '../tensor.ts';

/** Whole numbers that say where to look along an axis; negative ones count from its end. */
export type Indices = Tensor | NestedLike;

export function shapeOfIndices(indices: Indices): Shape {
  return indices instanceof Tensor ? indices.shape : shapeOfNested(indices);
}

/** The indices in row-major order, counted from the front: a copy, so that a change of theirs cannot reach backward. */
export function idsOf(where: string, indices: Indices, shape: Shape, axis: number): Int32Array {
  const flat = indices instanceof Tensor ? indices.storage : flatten(indices, shapeOfNested(indices));
  return Int32Array.from(flat, (index) => indexOf(where, index, shape, axis));
}

/** The index counted from the front. */
export function indexOf(where: string, index: number, shape: Shape, axis: number): number {
  const i = index < 0 ? index + shape[axis] : index;
  if (Number.isInteger(i) && i >= 0 && i < shape[axis]) return i;
  throw noIndex(where, index, axis, shape);
}
