import { add, matmul, type Tensor, tanh, transpose } from '#autograd';

/** The weights of a recurrent cell with `I` input features and `H` hidden units. */
export interface RnnParameters {
  Wxh: Tensor; // [H, I]
  Whh: Tensor; // [H, H]
  bh: Tensor; // [H]
}

/**
 * One step of a recurrent network: h_t = tanh(Whh h_{t−1} + Wxh x_t + bh), for each row of the batch.
 *
 * @param x the inputs, [N, I]
 * @param h the hidden states before the step, [N, H]
 * @returns the hidden states after it, [N, H]; the engine can differentiate them
 * @throws RangeError when a shape does not fit
 */
export function rnnStep(x: Tensor, h: Tensor, p: RnnParameters): Tensor {
  // BEGIN SOLUTION
  const [H] = p.Wxh.shape;
  // the products look after the rest; these would be broadcast
  requireShape('h', h, [x.shape[0]!, H!]);
  requireShape('Whh', p.Whh, [H!, H!]);
  requireShape('bh', p.bh, [H!]);
  const fromPast = matmul(h, transpose(p.Whh, 0, 1)); // [N, H]
  const fromInput = matmul(x, transpose(p.Wxh, 0, 1)); // [N, H]
  return tanh(add(add(fromPast, fromInput), p.bh));
  // END SOLUTION
}

// BEGIN SOLUTION
function requireShape(name: string, { shape }: Tensor, expected: number[]): void {
  if (shape.length === expected.length && shape.every((size, axis) => size === expected[axis])) return;
  throw new RangeError(`rnnStep: ${name} is [${shape.join(', ')}], expected [${expected.join(', ')}]`);
}
// END SOLUTION
