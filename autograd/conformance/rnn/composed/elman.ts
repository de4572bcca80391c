import { type Gates, summed } from './gates.ts';
import type { Activation, Step } from './step.ts';

/** h' = φ(W x + R h + b) */
export function elmanStep({ h: gate }: Gates, phi: Activation): Step {
  return (x, { h }) => ({ h: phi(summed(gate, x, h)) });
}
