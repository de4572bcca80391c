import { expand, matmul, sum, type Tensor, transpose, unsqueeze, zeros } from '#autograd';

/**
 * Back through Y = A B.
 *
 * @param dY the gradient of Y, [M, N]
 * @param A [M, K]
 * @param B [K, N]
 * @returns the gradients of A, [M, K], and of B, [K, N]
 * @throws RangeError when a shape does not fit
 */
export function matmulBackward(dY: Tensor, A: Tensor, B: Tensor): [dA: Tensor, dB: Tensor] {
  // BEGIN SOLUTION
  const [m, n] = dY.shape;
  const [k] = B.shape;
  requireShape('dY', dY, [m, n]);
  requireShape('A', A, [m, k]);
  requireShape('B', B, [k, n]);
  return [
    matmul(dY, transpose(B, 0, 1)), // [m, n] [n, k]
    matmul(transpose(A, 0, 1), dY), // [k, m] [m, n]
  ];
  // END SOLUTION
}

/**
 * Back through a layer, y = x Wᵀ + b, for a batch of N rows.
 *
 * @param dY the gradient of y, [N, O]
 * @param x the inputs, [N, I]
 * @param W the weights, [O, I]
 * @returns the gradients of x, [N, I], of W, [O, I], and of b, [O]
 * @throws RangeError when a shape does not fit
 */
export function linearBackward(dY: Tensor, x: Tensor, W: Tensor): { dx: Tensor; dW: Tensor; db: Tensor } {
  // BEGIN SOLUTION
  const [batch, features] = x.shape;
  const [outputs] = W.shape;
  requireShape('dY', dY, [batch, outputs]);
  requireShape('x', x, [batch, features]);
  requireShape('W', W, [outputs, features]);
  return {
    dx: matmul(dY, W), // [N, O] [O, I]
    dW: matmul(transpose(dY, 0, 1), x), // [O, N] [N, I]
    db: sum(dY, 0), // every row of the batch used the same bias
  };
  // END SOLUTION
}

/**
 * Back through y = sum(x, axis).
 *
 * @param dY the gradient of y: `shape` without the axis
 * @param shape the shape of x
 * @param axis the axis that was summed; a negative one counts from the end
 * @returns the gradient of x, of the shape `shape`
 * @throws RangeError when x has no such axis, or dY has another shape
 */
export function sumBackward(dY: Tensor, shape: number[], axis: number): Tensor {
  // BEGIN SOLUTION
  const y = sum(zeros(shape), axis); // refuses an axis that is not there
  requireShape('dY', dY, y.shape);
  return expand(unsqueeze(dY, axis), shape);
  // END SOLUTION
}

// BEGIN SOLUTION
function requireShape(name: string, { shape }: Tensor, expected: readonly (number | undefined)[]): void {
  if (shape.length === expected.length && shape.every((size, axis) => size === expected[axis])) return;
  throw new RangeError(`${name} is [${shape}], expected [${expected}]`);
}
// END SOLUTION
