import type { Floats } from './floats.ts';

/** A way to walk through an array: element (i₀, i₁, …) lies at offset + Σ iₐ·strides[a]. */
export interface Walk {
  data: Floats;
  strides: readonly number[];
  offset: number;
}

/**
 * y[i] = x[i] for every index i below `shape`.
 *
 * This one loop moves every layout: a stride 0 in x repeats (expand), swapped strides transpose, offsets cut and
 * place (slice, pad, concat).
 */
export function copy(shape: readonly number[], x: Walk, y: Walk): void {
  if (shape.length === 0) y.data[y.offset] = x.data[x.offset];
  else copyAxis(shape, x, y, 0, x.offset, y.offset);
}

function copyAxis(shape: readonly number[], x: Walk, y: Walk, axis: number, xAt: number, yAt: number): void {
  const n = shape[axis];
  const dx = x.strides[axis];
  const dy = y.strides[axis];
  if (axis === shape.length - 1) copyRow(n, x.data, xAt, dx, y.data, yAt, dy);
  else for (let i = 0; i < n; i++) copyAxis(shape, x, y, axis + 1, xAt + i * dx, yAt + i * dy);
}

function copyRow(n: number, x: Floats, xAt: number, dx: number, y: Floats, yAt: number, dy: number): void {
  for (let i = 0; i < n; i++) y[yAt + i * dy] = x[xAt + i * dx];
}

/** y[i] += x[i]: the adjoint of `copy`; a stride 0 in y sums along that axis. */
export function accumulate(shape: readonly number[], x: Walk, y: Walk): void {
  if (shape.length === 0) y.data[y.offset] += x.data[x.offset];
  else accumulateAxis(shape, x, y, 0, x.offset, y.offset);
}

function accumulateAxis(
  shape: readonly number[],
  x: Walk,
  y: Walk,
  axis: number,
  xAt: number,
  yAt: number,
): void {
  const n = shape[axis];
  const dx = x.strides[axis];
  const dy = y.strides[axis];
  if (axis < shape.length - 1)
    for (let i = 0; i < n; i++) accumulateAxis(shape, x, y, axis + 1, xAt + i * dx, yAt + i * dy);
  else if (dy === 0) y.data[yAt] += sumRow(n, x.data, xAt, dx);
  else accumulateRow(n, x.data, xAt, dx, y.data, yAt, dy);
}

/** Adds in float64, also when x is float32. */
function sumRow(n: number, x: Floats, xAt: number, dx: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += x[xAt + i * dx];
  return sum;
}

function accumulateRow(
  n: number,
  x: Floats,
  xAt: number,
  dx: number,
  y: Floats,
  yAt: number,
  dy: number,
): void {
  for (let i = 0; i < n; i++) y[yAt + i * dy] += x[xAt + i * dx];
}
