import type { Rng, Tensor } from '#autograd';
import { fansOf } from './fans.ts';
import { normal } from './normal.ts';
import { uniform } from './uniform.ts';

export interface GainOptions {
  /** By how much the numbers are larger: 5/3 suits tanh, √2 relu; 1 unless stated. */
  gain?: number;
}

/**
 * Fills weights [out, in] with uniform numbers of deviation gain · √(2 / (in + out)), so that neither values nor
 * gradients grow or fade from layer to layer (Glorot and Bengio, 2010). `torch.nn.init.xavier_uniform_`.
 *
 * @returns the weights
 * @throws ShapeError when they have no axis for the inputs
 * @example
 * xavierUniform(zeros([2, 4]), seededRng(1)).abs().max().item() <= 1; // true
 */
export function xavierUniform(weight: Tensor, rng: Rng, { gain = 1 }: GainOptions = {}): Tensor {
  return uniform(weight, Math.sqrt(3) * deviation('xavierUniform', weight, gain), rng);
}

/**
 * `xavierUniform` with normal numbers of the same deviation. `torch.nn.init.xavier_normal_`.
 *
 * @returns the weights
 * @throws ShapeError when they have no axis for the inputs
 * @example
 * xavierNormal(zeros([2, 4]), seededRng(1), { gain: 0 }).abs().max().item(); // 0
 */
export function xavierNormal(weight: Tensor, rng: Rng, { gain = 1 }: GainOptions = {}): Tensor {
  return normal(weight, deviation('xavierNormal', weight, gain), rng);
}

function deviation(where: string, weight: Tensor, gain: number): number {
  const { fanIn, fanOut } = fansOf(where, weight);
  return gain * Math.sqrt(2 / (fanIn + fanOut));
}
