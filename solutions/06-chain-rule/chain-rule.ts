/** The weights of a net with one input, one hidden unit and one output; its gradients have the same form. */
export interface Weights {
  w1: number;
  b1: number;
  w2: number;
  b2: number;
}

/** What the net computes on its way, from z = w1·x + b1 through a = tanh(z) to ŷ = w2·a + b2. */
export function forward(p: Weights, x: number): { z: number; a: number; yhat: number } {
  // BEGIN SOLUTION
  const z = p.w1 * x + p.b1;
  const a = Math.tanh(z);
  const yhat = p.w2 * a + p.b2;
  return { z, a, yhat };
  // END SOLUTION
}

/** The slopes of the loss L = (ŷ − y)² with respect to each weight. */
export function gradients(p: Weights, x: number, y: number): Weights {
  // BEGIN SOLUTION
  const { a, yhat } = forward(p, x);
  const dYhat = 2 * (yhat - y); // ∂L/∂ŷ
  const dA = dYhat * p.w2; // ∂L/∂a
  const dZ = dA * (1 - a * a); // ∂L/∂z
  return { w1: dZ * x, b1: dZ, w2: dYhat * a, b2: dYhat };
  // END SOLUTION
}
