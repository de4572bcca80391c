import { axisTwice, noAxis } from './messages/axes.ts';
import { badSizes, doNotBroadcast } from './messages/shapes.ts';

export type Shape = readonly number[];

/** Number of elements: the product of the sizes, 1 for rank 0. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const n of shape) size *= n;
  return size;
}

/** Row-major strides: how far apart two neighbours along each axis lie. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis];
  }
  return strides;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false;
  return true;
}

/** Throws unless every size is an integer of 0 or more. */
export function requireSizes(where: string, shape: Shape): void {
  if (shape.every((n) => Number.isInteger(n) && n >= 0)) return;
  throw badSizes(where, shape);
}

/** The axis counted from the front: -1 is the last of `rank`. */
export function axisOf(where: string, axis: number, shape: Shape): number {
  const rank = shape.length;
  if (Number.isInteger(axis) && axis >= -rank && axis < rank) return axis < 0 ? axis + rank : axis;
  throw noAxis(where, axis, shape);
}

/** One axis, a list or (by default) all, each counted from the front and each once. */
export function axesOf(where: string, axes: number | readonly number[] | undefined, shape: Shape): number[] {
  if (axes === undefined) return shape.map((_, axis) => axis);
  const list = typeof axes === 'number' ? [axes] : axes;
  const counted = list.map((axis) => axisOf(where, axis, shape));
  if (new Set(counted).size === counted.length) return counted;
  throw axisTwice(where, list, shape);
}

/**
 * The shape that both broadcast to, as in NumPy: aligned at the end, sizes must be equal or 1.
 *
 * @throws ShapeError naming both shapes
 */
export function broadcastShapes(where: string, a: Shape, b: Shape): Shape {
  if (sameShape(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  const shape = new Array<number>(rank);
  for (let back = 1; back <= rank; back++) {
    const [m, n] = [a[a.length - back] ?? 1, b[b.length - back] ?? 1];
    if (m !== n && m !== 1 && n !== 1) throw doNotBroadcast(where, a, b, back);
    shape[rank - back] = m === 1 ? n : m;
  }
  return shape;
}

/** Strides that read an array of shape `from` as if it had the shape `to`: 0 along axes that repeat. */
export function broadcastStrides(from: Shape, to: Shape): number[] {
  const strides = stridesOf(from);
  const missing = to.length - from.length;
  return to.map((_, axis) => (axis < missing || from[axis - missing] === 1 ? 0 : strides[axis - missing]));
}
