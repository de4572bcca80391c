import type { Matrix, Vector } from '#autograd';

/**
 * A layer: y = W x + b, one neuron for each row of W.
 *
 * @param W the weights, [O, I]
 * @param x one input for all neurons, [I]
 * @param b a bias for each neuron, [O]
 * @returns [O]
 * @throws RangeError when a length does not fit
 */
export function affine(W: Matrix, x: Vector, b: Vector): Vector {
  // BEGIN SOLUTION
  requireRows('W', W, b.length, x.length);
  return W.map((row, o) => dot(row, x) + b[o]!);
  // END SOLUTION
}

/**
 * The layer on a batch: Y = X Wᵀ + b, each row of Y from the same row of X.
 *
 * @param X N inputs, [N, I]; N may be 0
 * @param W the weights, [O, I]
 * @param b a bias for each neuron, [O]
 * @returns [N, O]
 * @throws RangeError when a length does not fit
 */
export function affineBatch(X: Matrix, W: Matrix, b: Vector): Matrix {
  // BEGIN SOLUTION
  return X.map((x) => affine(W, x, b));
  // END SOLUTION
}

/**
 * Two layers without an activation between them are one: W2 (W1 x + b1) + b2 = W x + b.
 *
 * @param W1 the weights of the layer that comes first, [H, I]
 * @param b1 its biases, [H]
 * @param W2 the weights of the layer after it, [O, H]
 * @param b2 its biases, [O]
 * @returns the weights [O, I] and the biases [O] of the one layer
 * @throws RangeError when a length does not fit
 */
export function collapse(W1: Matrix, b1: Vector, W2: Matrix, b2: Vector): { W: Matrix; b: Vector } {
  // BEGIN SOLUTION
  requireRows('W1', W1, b1.length, W1[0]!.length);
  const b = affine(W2, b1, b2); // what the two layers make of x = 0
  const W = W2.map((row) => columns(W1).map((column) => dot(row, column)));
  return { W, b };
  // END SOLUTION
}

// BEGIN SOLUTION
function dot(u: Vector, v: Vector): number {
  return u.reduce((sum, ui, i) => sum + ui * v[i]!, 0);
}

/** The columns of a matrix, from left to right. */
function columns(W: Matrix): Matrix {
  return W[0]!.map((_, i) => W.map((row) => row[i]!));
}

function requireRows(name: string, W: Matrix, rows: number, length: number): void {
  if (W.length === rows && W.every((row) => row.length === length)) return;
  throw new RangeError(
    `${name} has rows of lengths ${W.map((row) => row.length)}; expected [${rows}, ${length}]`,
  );
}
// END SOLUTION
