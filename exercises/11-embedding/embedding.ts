import type { Tensor } from '#autograd';

/**
 * One row of the table for each id: Y[n] = W[ids[n]].
 *
 * @param W the table, [V, E]: a row of E numbers for each of V words
 * @param ids N whole numbers from 0 to V − 1
 * @returns [N, E], in the graph
 * @throws RangeError when W is no matrix, or an id has no row
 */
export function embed(W: Tensor, ids: number[]): Tensor {
  throw new NotImplementedError('embed');
}

/**
 * The gradient of the table: each row of dY belongs to the row of W from which it came.
 *
 * @param dY the gradient of what `embed` returned, [N, E]
 * @param ids the same N ids
 * @param vocabulary V, how many rows the table has
 * @returns the gradient of W, [V, E]
 * @throws RangeError when dY is no matrix of N rows, an id has no row, or there is no vocabulary
 */
export function embedBackward(dY: Tensor, ids: number[], vocabulary: number): Tensor {
  throw new NotImplementedError('embedBackward');
}

/** Not written yet. The last function that you fill in makes this class superfluous. */
class NotImplementedError extends Error {
  override name = 'NotImplementedError';
}
