import {
  add,
  eq,
  expand,
  gather,
  indexSelect,
  mul,
  onesLike,
  reshape,
  type Shape,
  scatter,
  select,
  slice,
  type Tensor,
  where,
} from '#autograd';
import { type Any, atLeast1d, named, type Operator } from './call.ts';

export const indexing: Record<string, Operator> = {
  __getitem__: named('index', (x, { index }) => itemAt(x, index)),
  select: named('dim index', (x, { dim, index }) => select(x, dim, index)),
  narrow: named('dim start length', (x, { dim, start, length }) => {
    const from = typeof start === 'number' ? start : start.item();
    return slice(x, dim, from, from + length);
  }),
  index_select: named('dim index', (input, { dim, index }) =>
    atLeast1d(input, (x) => indexSelect(x, dim, index)),
  ),
  gather: named('dim index', (x, { dim, index }) => gather(x, dim, index)),
  take_along_dim: named('index dim', (x, { index, dim }) =>
    dim === undefined
      ? gather(reshape(x, [-1]), 0, reshape(index, [-1]))
      : gather(expand(x, index.shape.with(dim, x.shape[dim])), dim, index),
  ),
  scatter_add: named('dim index source', (input, { dim, index, source }) =>
    atLeast1d(input, (x) => {
      const [i, s] = [index, source].map((one) => (one.rank === 0 ? reshape(one, [1]) : one));
      return add(x, scatter(s, dim, i, x.shape));
    }),
  ),
  scatter: named('dim index source', (x, { dim, index, source }) =>
    replaced(x, dim, index, shrunk(source, index.shape)),
  ),
  index_add: named('dim ids source', (x, { dim, ids, source, alpha = 1 }) => {
    const index = forEach(ids, dim, source.shape);
    return add(x, mul(scatter(source, dim, index, x.shape), alpha));
  }),
  index_put: named('ids values', (x, { ids, values }) =>
    replaced(x, 0, forEach(ids[0], 0, values.shape), values),
  ),
};

/** `x[0:3]` comes as [0, 3, null], `x[0:3, 1]` as [[0, 3, null], 1]. */
function itemAt(x: Tensor, index: Any[]): Tensor {
  if (!Array.isArray(index[0])) return slice(x, 0, index[0], index[1]);
  return select(itemAt(x, index[0]), 1, index[1]);
}

/** A list of indices along an axis, as `gather` wants it: one for each element of `shape`. */
function forEach(ids: Tensor, axis: number, shape: Shape): Tensor {
  const column = shape.map((_, a) => (a === axis ? ids.size : 1));
  return expand(reshape(ids, column), shape);
}

/** `x` with the elements at an index replaced. */
function replaced(x: Tensor, axis: number, index: Tensor, values: Tensor): Tensor {
  const hits = scatter(onesLike(values), axis, index, x.shape);
  return where(eq(hits, 0), x, scatter(values, axis, index, x.shape));
}

function shrunk(x: Tensor, shape: Shape): Tensor {
  return shape.reduce((y, n, axis) => slice(y, axis, 0, n), x);
}
