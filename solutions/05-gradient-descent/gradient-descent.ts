import type { Vector } from '#autograd';

/**
 * The slope of f along each coordinate of w, by central differences: (f(w + h eᵢ) − f(w − h eᵢ)) / 2h.
 *
 * @param f a function of all weights, such as a loss
 * @param w where the slopes are taken, [n]
 * @param h how far to look to either side
 * @returns [n]
 */
export function numericalGradient(f: (w: Vector) => number, w: Vector, h = 1e-5): Vector {
  // BEGIN SOLUTION
  return w.map((wi, i) => (f(w.with(i, wi + h)) - f(w.with(i, wi - h))) / (2 * h));
  // END SOLUTION
}

/**
 * One step downhill: w − learningRate · gradient.
 *
 * @param w [n]
 * @param gradient the slope along each coordinate of w, [n]
 * @returns the new weights, [n]
 * @throws RangeError when there are not as many slopes as weights
 */
export function step(w: Vector, gradient: Vector, learningRate: number): Vector {
  // BEGIN SOLUTION
  if (gradient.length !== w.length)
    throw new RangeError(`w is [${w.length}], its gradient [${gradient.length}]`);
  return w.map((wi, i) => wi - learningRate * gradient[i]!);
  // END SOLUTION
}

/**
 * Gradient descent: so many steps, each with the gradient where the last one ended.
 *
 * @param gradient gives the gradient at any weights, [n] → [n]
 * @param w0 where the path starts, [n]
 * @returns the weights before the first step and after each, [steps + 1][n]
 * @throws RangeError when a gradient does not have as many slopes as there are weights
 */
export function descend(
  gradient: (w: Vector) => Vector,
  w0: Vector,
  learningRate: number,
  steps: number,
): Vector[] {
  // BEGIN SOLUTION
  const path = [[...w0]];
  for (let i = 0; i < steps; i++) {
    const w = path[i]!;
    path.push(step(w, gradient(w), learningRate));
  }
  return path;
  // END SOLUTION
}
