import type { Indices, Tensor } from '#autograd';
import { idTensor } from '../ids.ts';
import { noBatch } from '../messages/seq2seq.ts';

/** Ids [N, T]. @throws ShapeError for another number of axes */
export function batchOfIds(where: string, ids: Indices): Tensor {
  const batch = idTensor(ids);
  if (batch.rank !== 2) throw noBatch(where, batch.shape);
  return batch;
}
