import type { Vector } from '#autograd';

/** σ(z) = 1 / (1 + e⁻ᶻ), between 0 and 1. */
export function sigmoid(z: number): number {
  // BEGIN SOLUTION
  return 1 / (1 + Math.exp(-z)); // far to the left the exponential is Infinity, and 1 / Infinity is 0
  // END SOLUTION
}

/** tanh(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ), between −1 and 1. */
export function tanh(z: number): number {
  // BEGIN SOLUTION
  const e = Math.exp(-2 * Math.abs(z)); // never more than 1, so it cannot overflow
  return Math.sign(z) * ((1 - e) / (1 + e));
  // END SOLUTION
}

/** relu(z) = max(0, z) */
export function relu(z: number): number {
  // BEGIN SOLUTION
  return Math.max(0, z);
  // END SOLUTION
}

/** softmax(z)ᵢ = exp(zᵢ) / Σⱼ exp(zⱼ): positive numbers that sum to 1. */
export function softmax(z: Vector): Vector {
  // BEGIN SOLUTION
  const largest = Math.max(...z); // moving all of z changes nothing, and now no exponent is positive
  const exponentials = z.map((zi) => Math.exp(zi - largest));
  const total = exponentials.reduce((sum, e) => sum + e, 0);
  return exponentials.map((e) => e / total);
  // END SOLUTION
}

/** The slope of the sigmoid, given its output y = σ(z). */
export function sigmoidSlope(y: number): number {
  // BEGIN SOLUTION
  return y * (1 - y);
  // END SOLUTION
}

/** The slope of tanh, given its output y = tanh(z). */
export function tanhSlope(y: number): number {
  // BEGIN SOLUTION
  return 1 - y * y;
  // END SOLUTION
}

/** The slope of relu, given its output y = relu(z); 0 at the kink. */
export function reluSlope(y: number): number {
  // BEGIN SOLUTION
  return y > 0 ? 1 : 0;
  // END SOLUTION
}
