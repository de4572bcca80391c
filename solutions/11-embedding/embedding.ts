import { indexSelect, type Matrix, type Tensor, tensor } from '#autograd';

/**
 * One row of the table for each id: Y[n] = W[ids[n]].
 *
 * @param W the table, [V, E]: a row of E numbers for each of V words
 * @param ids N whole numbers from 0 to V − 1
 * @returns [N, E], in the graph
 * @throws RangeError when W is no matrix, or an id has no row
 */
export function embed(W: Tensor, ids: number[]): Tensor {
  // BEGIN SOLUTION
  requireMatrix('W', W);
  requireIds(ids, W.shape[0]!);
  return indexSelect(W, 0, ids);
  // END SOLUTION
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
  // BEGIN SOLUTION
  requireMatrix('dY', dY);
  if (dY.shape[0] !== ids.length)
    throw new RangeError(`dY has the shape [${dY.shape}], and there are ${ids.length} ids`);
  if (!(Number.isInteger(vocabulary) && vocabulary > 0))
    throw new RangeError(`the vocabulary is ${vocabulary}, expected a whole number from 1`);
  requireIds(ids, vocabulary);
  const [, E] = dY.shape;
  const rows = dY.toArray() as Matrix;
  const dW: Matrix = Array.from({ length: vocabulary }, () => new Array<number>(E!).fill(0));
  for (const [n, id] of ids.entries()) {
    for (const [e, slope] of rows[n]!.entries()) dW[id]![e]! += slope; // a word that comes twice learns twice
  }
  return tensor(dW);
  // END SOLUTION
}

// BEGIN SOLUTION
function requireMatrix(name: string, t: Tensor): void {
  if (t.rank !== 2) throw new RangeError(`${name} has the shape [${t.shape}], expected a matrix`);
}

function requireIds(ids: number[], vocabulary: number): void {
  const wrong = ids.find((id) => !(Number.isInteger(id) && id >= 0 && id < vocabulary));
  if (wrong !== undefined)
    throw new RangeError(`${wrong} is no id: expected whole numbers from 0 to ${vocabulary - 1}`);
}
// END SOLUTION
