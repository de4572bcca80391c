import { ne, type Tensor, tensor } from '#autograd';
import { embedding } from '#autograd/nn';

/** Rows of a table [V, D] for ids [N][T], and which of them are there: 0 stands for none. */
export function embedded(ids: number[][], table: Tensor): { x: Tensor; kept: Tensor } {
  return { x: embedding(ids, table), kept: ne(tensor(ids), 0) };
}
