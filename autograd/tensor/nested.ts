import { noNumber, raggedAt, tooDeep } from './messages/values.ts';
import type { Shape } from './shape.ts';

/** A number, or arrays of equal length nested to any depth. */
export type Nested = number | Nested[];
/** What `tensor` accepts: nested arrays, typed arrays among them. */
export type NestedLike = number | readonly NestedLike[] | Typed;
type Typed = Float64Array | Float32Array | Int32Array | Uint8Array;

const isList = (x: unknown): x is ArrayLike<unknown> => Array.isArray(x) || ArrayBuffer.isView(x);

/** Holds numbers and nothing else, which need no check. */
const isTyped = (x: NestedLike): x is Typed => ArrayBuffer.isView(x);

/** The lengths down the first branch; `flatten` finds out whether the others agree. */
export function shapeOfNested(nested: unknown): number[] {
  const shape: number[] = [];
  for (let level = nested; isList(level); level = level[0]) shape.push(level.length);
  return shape;
}

/**
 * The numbers of nested arrays in row-major order.
 *
 * @throws ShapeError for ragged arrays, TypeError for anything but numbers
 */
export function flatten(nested: NestedLike, shape: Shape): ArrayLike<number> {
  if (isTyped(nested)) return nested;
  const flat: number[] = [];
  collect(nested, shape, 0, flat);
  return flat;
}

function collect(nested: unknown, shape: Shape, axis: number, flat: number[]): void {
  if (axis === shape.length) flat.push(requireNumber(nested, shape));
  else for (const row of rowsOf(nested, shape, axis)) collect(row, shape, axis + 1, flat);
}

/** `flatten` undone. */
export function nest(data: ArrayLike<number>, shape: Shape, axis = 0, from = 0, size = data.length): Nested {
  if (axis === shape.length) return data[from];
  const step = size / shape[axis];
  return Array.from({ length: shape[axis] }, (_, i) => nest(data, shape, axis + 1, from + i * step, step));
}

function rowsOf(nested: unknown, shape: Shape, axis: number): unknown[] {
  if (isList(nested) && nested.length === shape[axis]) return Array.from(nested);
  const found = isList(nested) ? `an array of ${nested.length}` : `${nested}`;
  throw raggedAt(shape, axis, found);
}

function requireNumber(x: unknown, shape: Shape): number {
  if (typeof x === 'number') return x;
  if (isList(x)) throw tooDeep(shape, x.length);
  throw noNumber(x);
}
