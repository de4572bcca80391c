import type { Matrix, Vector } from '#autograd';

/** The weights of a net with `I` inputs, `H` hidden units and one output. */
export interface NetParameters {
  W1: Matrix; // [H, I]
  b1: Vector; // [H]
  w2: Vector; // [H]
  b2: number;
}

/**
 * A net with one hidden layer: h = tanh(W1 x + b1), and its output is σ(w2·h + b2), between 0 and 1.
 *
 * @param x the inputs, [I]
 * @throws RangeError when a length does not fit, or the rows of W1 differ in length
 */
export function hiddenNet(x: Vector, p: NetParameters): number {
  // BEGIN SOLUTION
  requireLength('b1', p.b1, p.W1.length);
  const h = p.W1.map((row, k) => Math.tanh(dot(row, x) + p.b1[k]!)); // [H]
  return sigmoid(dot(p.w2, h) + p.b2);
  // END SOLUTION
}

/** Weights with which `hiddenNet` computes XOR: above ½ where exactly one of the two inputs is near 1. */
export function xorParams(): NetParameters {
  // BEGIN SOLUTION
  // Two parallel lines. Unit 0 is positive above x₁ + x₂ = ½, unit 1 above x₁ + x₂ = 1½. Between the lines the units
  // differ, and 3 (h₀ − h₁) is at least 2.68 where it should be 1; outside it is at most 1.72. The bias lies between.
  return {
    W1: [
      [1, 1],
      [1, 1],
    ],
    b1: [-0.5, -1.5],
    w2: [3, -3],
    b2: -2,
  };
  // END SOLUTION
}

/**
 * The share of the four corners of the unit square (¼, ½ or ¾) that a line gets right, as XOR wants them.
 * A corner is called 1 where w·x + b > 0.
 *
 * @param w the weights, [2]
 * @throws RangeError when there are not two weights
 */
export function lineAccuracy(w: Vector, b: number): number {
  // BEGIN SOLUTION
  const right = corners.filter(({ x, xor }) => dot(w, x) + b > 0 === xor);
  return right.length / corners.length;
  // END SOLUTION
}

// BEGIN SOLUTION
const corners = [
  { x: [0, 0], xor: false },
  { x: [0, 1], xor: true },
  { x: [1, 0], xor: true },
  { x: [1, 1], xor: false },
];

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function dot(w: Vector, x: Vector): number {
  requireLength('x', x, w.length);
  return w.reduce((sum, wi, i) => sum + wi * x[i]!, 0);
}

function requireLength(name: string, vector: Vector, expected: number): void {
  if (vector.length !== expected)
    throw new RangeError(`${name} has the shape [${vector.length}], expected [${expected}]`);
}
// END SOLUTION
