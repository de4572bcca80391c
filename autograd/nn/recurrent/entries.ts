import { indexSelect, type Tensor } from '#autograd';

/** The entries at `ids` along an axis; `x` itself where that is what it is. */
export function entriesAt(x: Tensor, axis: number, ids: readonly number[]): Tensor {
  const same = ids.length === x.shape[axis] && ids.every((id, i) => id === i);
  return same ? x : indexSelect(x, axis, ids);
}
