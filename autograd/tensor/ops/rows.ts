import { axesOf, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { withShape } from './reshape.ts';
import type { Axes } from './sum.ts';
import { permute } from './transpose.ts';

/** `x` with the given axes last and merged into one: [...kept, n]. What reduces them reduces the last axis. */
export function rowsOf(where: string, x: Tensor, axis: Axes | undefined): Tensor {
  const merged = axesOf(where, axis, x.shape);
  const kept = [...x.shape.keys()].filter((a) => !merged.includes(a));
  const order = [...kept, ...merged];
  const ordered = order.every((a, i) => a === i) ? x : permute(x, order);
  const n = sizeOf(merged.map((a) => x.shape[a]));
  return withShape(ordered, [...kept.map((a) => x.shape[a]), n]);
}

/** How far apart neighbours along an axis lie. */
export function strideOf(x: Tensor, axis: number): number {
  return sizeOf(x.shape.slice(axis + 1));
}
