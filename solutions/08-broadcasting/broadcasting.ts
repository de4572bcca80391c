import { add, mul, type Tensor } from '#autograd';

/**
 * What a tensor of this shape receives that was broadcast: the sum over all its copies.
 *
 * @param grad the gradient of the broadcast tensor, of any shape
 * @param shape what was broadcast to `grad.shape`
 * @returns the gradient of the tensor as it was before, of exactly this shape
 * @throws RangeError when `shape` does not broadcast to `grad.shape`
 */
export function unbroadcast(grad: Tensor, shape: readonly number[]): Tensor {
  // BEGIN SOLUTION
  const added = grad.rank - shape.length; // axes in front that `shape` does not have
  if (added < 0 || shape.some((size, axis) => size !== 1 && size !== grad.shape[added + axis]))
    throw new RangeError(`unbroadcast: [${shape}] does not broadcast to [${grad.shape}]`);
  const repeated = [...grad.shape.keys()].filter((axis) => axis < added || shape[axis - added] === 1);
  return grad.sum(repeated).reshape(shape);
  // END SOLUTION
}

/**
 * Back through y = a + b.
 *
 * @param dY the gradient of y, of the shape to which `a` and `b` broadcast
 * @returns the gradients of a and of b, each of its operand's shape
 * @throws RangeError when dY has another shape, or `a` and `b` do not broadcast
 */
export function addBackward(dY: Tensor, a: Tensor, b: Tensor): [da: Tensor, db: Tensor] {
  // BEGIN SOLUTION
  requireShape(dY, add(a, b).shape);
  return [unbroadcast(dY, a.shape), unbroadcast(dY, b.shape)];
  // END SOLUTION
}

/**
 * Back through y = a · b, elementwise.
 *
 * @param dY the gradient of y, of the shape to which `a` and `b` broadcast
 * @returns the gradients of a and of b, each of its operand's shape
 * @throws RangeError when dY has another shape, or `a` and `b` do not broadcast
 */
export function mulBackward(dY: Tensor, a: Tensor, b: Tensor): [da: Tensor, db: Tensor] {
  // BEGIN SOLUTION
  requireShape(dY, mul(a, b).shape);
  return [unbroadcast(mul(dY, b), a.shape), unbroadcast(mul(dY, a), b.shape)];
  // END SOLUTION
}

// BEGIN SOLUTION
function requireShape({ shape }: Tensor, expected: readonly number[]): void {
  if (shape.length === expected.length && shape.every((size, axis) => size === expected[axis])) return;
  throw new RangeError(`dY is [${shape}], but the result is [${expected}]`);
}
// END SOLUTION
