import { sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { indexSelect } from './index-select.ts';
import { matmul } from './matmul.ts';
import { withShape } from './reshape.ts';
import { sum } from './sum.ts';
import { permute } from './transpose.ts';

/** A tensor whose axes have names, each once. */
export interface Term {
  x: Tensor;
  axes: string[];
}

/** An axis that is named twice is walked along its diagonal. */
export function diagonals(x: Tensor, axes: string[]): Term {
  const twice = axes.findIndex((axis, i) => axes.indexOf(axis) < i);
  if (twice < 0) return { x, axes };
  const first = axes.indexOf(axes[twice]);
  const rest = [...axes.keys()].filter((a) => a !== first && a !== twice);
  const n = x.shape[first];
  const pairs = withShape(permute(x, [first, twice, ...rest]), [n * n, ...rest.map((a) => x.shape[a])]);
  const equal = Array.from({ length: n }, (_, i) => i * (n + 1));
  return diagonals(indexSelect(pairs, 0, equal), [axes[first], ...rest.map((a) => axes[a])]);
}

/** Summed over every axis that is not needed. */
export function without({ x, axes }: Term, needed: readonly string[]): Term {
  const summed = [...axes.keys()].filter((a) => !needed.includes(axes[a]));
  if (summed.length === 0) return { x, axes };
  return { x: sum(x, summed), axes: axes.filter((axis) => needed.includes(axis)) };
}

/** One product of matrices [batch, left, inner] and [batch, inner, right]. */
export function contract(a: Term, b: Term, needed: readonly string[]): Term {
  const left = without(a, [...needed, ...b.axes]);
  const right = without(b, [...needed, ...a.axes]);
  const shared = left.axes.filter((axis) => right.axes.includes(axis));
  const batch = shared.filter((axis) => needed.includes(axis));
  const inner = shared.filter((axis) => !needed.includes(axis));
  const [rows, columns] = [left, right].map(({ axes }) => axes.filter((axis) => !shared.includes(axis)));
  const y = matmul(merged(left, [batch, rows, inner]), merged(right, [batch, inner, columns]));
  const shape = [...sizesIn(left, [...batch, ...rows]), ...sizesIn(right, columns)];
  return { x: withShape(y, shape), axes: [...batch, ...rows, ...columns] };
}

/** With the axes in the order of the groups, each group merged into one. */
export function merged(term: Term, groups: readonly string[][]): Tensor {
  const order = groups.flat().map((axis) => term.axes.indexOf(axis));
  const inOrder = order.every((a, i) => a === i) ? term.x : permute(term.x, order);
  return withShape(
    inOrder,
    groups.map((group) => sizeOf(sizesIn(term, group))),
  );
}

function sizesIn({ x, axes }: Term, names: readonly string[]): number[] {
  return names.map((axis) => x.shape[axes.indexOf(axis)]);
}
