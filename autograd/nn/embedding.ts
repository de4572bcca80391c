import { eq, type Indices, indexSelect, reshape, type Tensor, unsqueeze, where } from '#autograd';
import { overwrite } from '../tensor/guard.ts';
import { idTensor, requireIds } from './ids.ts';
import { normal } from './init/normal.ts';
import { Module } from './module.ts';
import { type InitOptions, parameter } from './parameter.ts';

/**
 * The rows of a table: y[…] = W[ids[…]]. A row receives the sum of the gradients of all its uses.
 *
 * @param ids [...] whole numbers from 0 to V - 1, in arrays of any depth or in a tensor
 * @param weight [V, D]
 * @param paddingIdx an id whose row receives no gradient
 * @returns [..., D]
 * @throws RangeError naming an id that has no row
 * @example
 * embedding([[2, 0]], tensor([[1, 2], [3, 4], [5, 6]])).toArray(); // [[[5, 6], [1, 2]]]
 */
export function embedding(ids: Indices, weight: Tensor, paddingIdx?: number): Tensor {
  const places = idTensor(ids);
  requireIds('embedding', places, { kind: 'row', count: weight.shape[0] });
  const rows = indexSelect(weight, 0, reshape(places, [places.size]));
  const y = reshape(rows, [...places.shape, ...weight.shape.slice(1)]);
  return paddingIdx === undefined ? y : where(unsqueeze(eq(places, paddingIdx), -1), y.detach(), y);
}

export interface EmbeddingOptions extends InitOptions {
  /** The id that stands for nothing, as in padding: its row is zeros, and training leaves it so. */
  paddingIdx?: number;
}

/**
 * A vector for each of `numEmbeddings` ids, at first normal with mean 0 and deviation 1: `weight` [V, D], as
 * `torch.nn.Embedding`.
 *
 * @throws RangeError for a `paddingIdx` that has no row
 * @example
 * new Embedding(10, 3, { rng: seededRng(1) }).forward([[1, 2], [3, 4]]).shape; // [2, 2, 3]
 */
export class Embedding extends Module {
  readonly weight: Tensor;
  readonly paddingIdx: number | undefined;

  constructor(numEmbeddings: number, embeddingDim: number, { rng, dtype, paddingIdx }: EmbeddingOptions) {
    super();
    this.weight = normal(parameter([numEmbeddings, embeddingDim], dtype), 1, rng);
    this.paddingIdx = paddingIdx;
    if (paddingIdx !== undefined) clearRow(this.weight, paddingIdx);
  }

  /** [...] ids → [..., D] */
  forward(ids: Indices): Tensor {
    return embedding(ids, this.weight, this.paddingIdx);
  }
}

function clearRow(weight: Tensor, row: number): void {
  const [count, width] = weight.shape;
  requireIds('paddingIdx', idTensor(row), { kind: 'row', count });
  overwrite(weight).fill(0, row * width, (row + 1) * width);
}
