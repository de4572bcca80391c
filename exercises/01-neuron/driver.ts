/** Drives a neuron by plain data: its activation is one of these, by name. */
export type Activation = 'identity' | 'falling' | 'square' | 'threshold';

const activations: Record<Activation, (z: number) => number> = {
  identity: (z) => z,
  falling: (z) => 1 - 2 * z,
  square: (z) => z * z,
  /** The neuron fires, or it does not. */
  threshold: (z) => (z > 0 ? 1 : 0),
};

/** The exports that each function here makes use of. */
export const needs = {
  weightedSum: ['weightedSum'],
  neuron: ['neuron'],
};

export function drive({ weightedSum, neuron }: typeof import('./neuron.ts')) {
  return {
    weightedSum,
    neuron: (x: number[], w: number[], b: number, f: Activation): number => neuron(x, w, b, activations[f]),
  };
}
