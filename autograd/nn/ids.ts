import { type Indices, type Shape, Tensor, tensor } from '#autograd';
import { stridesOf } from '../tensor/shape.ts';
import { noSuchId } from './messages/ids.ts';

/** Ids, in arrays of any depth or in a tensor, as a tensor. */
export function idTensor(ids: Indices): Tensor {
  return ids instanceof Tensor ? ids : tensor(ids);
}

/** What ids count: `count` rows or classes, or the number `except`, which stands for none. */
export interface Numbering {
  kind: 'row' | 'class';
  count: number;
  except?: number;
}

/** @throws RangeError naming the first id that is none of them, and its place */
export function requireIds(where: string, ids: Tensor, numbering: Numbering): void {
  const { count, except } = numbering;
  const isId = (id: number) => (Number.isInteger(id) && id >= 0 && id < count) || id === except;
  const at = ids.storage.findIndex((id) => !isId(id));
  if (at >= 0) throw noSuchId(where, ids.storage[at], placeOf(at, ids.shape), numbering);
}

function placeOf(at: number, shape: Shape): number[] {
  return stridesOf(shape).map((stride, axis) => Math.floor(at / stride) % shape[axis]);
}
