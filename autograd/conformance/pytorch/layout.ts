import {
  concat,
  expand,
  flip,
  indexSelect,
  pad,
  permute,
  reshape,
  select,
  slice,
  squeeze,
  stack,
  type Tensor,
  transpose,
  unsqueeze,
  where,
} from '#autograd';
import { tile, upperMask } from '../layers.ts';
import { named, type Operator } from './call.ts';

const expanded = named('shape', (x, { shape }) => expand(x, shape));
const tiled = named('counts', (x, { counts }) => tile(x, counts));
const onDiagonal = named('offset', (x, { offset }) => diagonal(x, offset));

export const layout: Record<string, Operator> = {
  T: named('', (x) => permute(x, [...x.shape.keys()].reverse())),
  transpose: named('a b', (x, { a, b }) => transpose(x, a, b)),
  permute: named('axes', (x, { axes }) => permute(x, axes)),
  view: named('shape', (x, { shape }) => reshape(x, shape)),
  expand: expanded,
  broadcast_to: expanded,
  squeeze: named('dim', (x, { dim }) => squeeze(x, dim)),
  unsqueeze: named('dim', (x, { dim }) => unsqueeze(x, dim)),
  cat: named('dim', (xs, { dim }) => concat(xs, dim)),
  stack: named('dim', (xs, { dim }) => stack(xs, dim)),
  split: named('size dim', (x, { size, dim = 0 }) =>
    starts(x, dim, size).map((start) => slice(x, dim, start, Math.min(start + size, x.shape[dim]))),
  ),
  unbind: named('dim', (x, { dim }) => starts(x, dim, 1).map((i) => select(x, dim, i))),
  flip: named('dims', (x, { dims }) => flip(x, dims)),
  roll: named('shift dim', (x, { shift, dim }) => {
    const n = x.shape[dim];
    const cut = n === 0 ? 0 : n - (((shift % n) + n) % n);
    return concat([slice(x, dim, cut), slice(x, dim, 0, cut)], dim);
  }),
  repeat: tiled,
  tile: tiled,
  triu: named('k', (x, { k = 0 }) => where(upperMask(x, k), x, 0)),
  tril: named('k', (x, { k = 0 }) => where(upperMask(x, k + 1), 0, x)),
  diag: onDiagonal,
  diagonal: onDiagonal,
  'nn.functional.pad.constant': named('pads mode value', (x, { pads, value }) =>
    pad(
      x,
      x.shape.map((_: number, axis: number) => pairOf(pads, x.rank - 1 - axis)),
      value,
    ),
  ),
};

/** Pairs of counts begin with the last axis. */
function pairOf(pads: readonly number[], fromTheEnd: number): [number, number] {
  return [pads[2 * fromTheEnd] ?? 0, pads[2 * fromTheEnd + 1] ?? 0];
}

function starts(x: Tensor, axis: number, size: number): number[] {
  return Array.from({ length: Math.ceil(x.shape[axis] / size) }, (_, i) => i * size);
}

function diagonal(x: Tensor, offset = 0): Tensor {
  const [rows, columns] = x.shape;
  const [row, column] = [Math.max(-offset, 0), Math.max(offset, 0)];
  const length = Math.max(Math.min(rows - row, columns - column), 0);
  const ids = Array.from({ length }, (_, i) => (row + i) * columns + column + i);
  return indexSelect(reshape(x, [-1]), 0, ids);
}
