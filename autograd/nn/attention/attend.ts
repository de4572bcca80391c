import { div, matmul, softmax, squeeze, type Tensor, transpose, unsqueeze } from '#autograd';
import { doNotAttend } from '../messages/attention.ts';
import { maskedSoftmax } from './masked-softmax.ts';
import { openPlaces, type Places } from './places.ts';

export interface Attention {
  /** What was found: [N, D], or [N, Q, D]. */
  context: Tensor;
  /** How much of it came from which place: [N, T], or [N, Q, T]. */
  weights: Tensor;
}

/**
 * Scaled dot-product attention (Vaswani et al., 2017): every query looks for keys like itself and gets the mean of their
 * values.
 *
 *     weights = softmax(q Kᵀ / √H)      over the places that are there and open
 *     context = weights V
 *
 * A query with no place to look at, as in a sequence of length 0, gets weights and a context of 0.
 *
 * @param q [N, H], one query for each sequence, or [N, Q, H]
 * @param K [N, T, H]
 * @param V [N, T, D]
 * @throws ShapeError when shapes do not fit, RangeError naming a length that is not from 0 to T
 * @example
 * const K = tensor([[[1, 0], [0, 1], [9, 9]]]);
 * attend(tensor([[5, 5]]), K, K, { lengths: [2] }).weights.toArray(); // [[0.5, 0.5, 0]]
 */
export function attend(q: Tensor, K: Tensor, V: Tensor, places: Places = {}): Attention {
  const weights = attentionWeights(q, K, V, places);
  return { context: rowsTimes(weights, V), weights };
}

/** softmax(q Kᵀ / √H), for values V */
export function attentionWeights(q: Tensor, K: Tensor, V: Tensor, places: Places): Tensor {
  requireFit(q, K, V);
  const scores = div(rowsTimes(q, transpose(K, 1, 2)), Math.sqrt(K.shape[2]));
  const open = openPlaces(places, scores.shape);
  return open ? maskedSoftmax(scores, open) : softmax(scores);
}

/** One row, or several, of each sequence times its matrix: x [N, H] or [N, Q, H], M [N, H, T]. */
export function rowsTimes(x: Tensor, M: Tensor): Tensor {
  return x.rank === 2 ? squeeze(matmul(unsqueeze(x, 1), M), 1) : matmul(x, M);
}

function requireFit(q: Tensor, K: Tensor, V: Tensor): void {
  const [N, T, H] = K.shape;
  const ranksFit = (q.rank === 2 || q.rank === 3) && K.rank === 3 && V.rank === 3;
  const sizesFit = q.shape[0] === N && q.shape.at(-1) === H && V.shape[0] === N && V.shape[1] === T;
  if (!ranksFit || !sizesFit) throw doNotAttend(q.shape, K.shape, V.shape);
}
