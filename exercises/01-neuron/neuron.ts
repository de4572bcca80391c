import type { Vector } from '#autograd';

/**
 * z = w₀x₀ + w₁x₁ + … + b: each input counts as much as its weight says.
 *
 * @param x the inputs, [I]; there may be none
 * @param w a weight for each input, [I]
 * @param b the bias
 * @throws RangeError when there are not as many weights as inputs
 */
export function weightedSum(x: Vector, w: Vector, b: number): number {
  throw new NotImplementedError('weightedSum');
}

/**
 * One neuron: y = f(z) of the weighted sum z of its inputs.
 *
 * @param f the activation
 * @throws RangeError when there are not as many weights as inputs
 */
export function neuron(x: Vector, w: Vector, b: number, f: (z: number) => number): number {
  throw new NotImplementedError('neuron');
}

/** Not written yet. The last function that you fill in makes this class superfluous. */
class NotImplementedError extends Error {
  override name = 'NotImplementedError';
}
