import type { Rng, Tensor } from '#autograd';
import { type Fans, fansOf } from './fans.ts';
import { normal } from './normal.ts';
import { uniform } from './uniform.ts';

export interface HeOptions {
  /** Whether values keep their size on the way forward, or gradients on the way back; `fanIn` unless stated. */
  mode?: keyof Fans;
  /** √2, which makes up for the half that relu cuts away, unless stated. */
  gain?: number;
}

/**
 * Fills weights [out, in] with uniform numbers of deviation gain / √fan (He et al., 2015).
 * `torch.nn.init.kaiming_uniform_`.
 *
 * @returns the weights
 * @throws ShapeError when they have no axis for the inputs
 * @example
 * heUniform(zeros([2, 6]), seededRng(1)).abs().max().item() <= 1; // true
 */
export function heUniform(weight: Tensor, rng: Rng, options: HeOptions = {}): Tensor {
  return uniform(weight, Math.sqrt(3) * deviation('heUniform', weight, options), rng);
}

/**
 * `heUniform` with normal numbers of the same deviation. `torch.nn.init.kaiming_normal_`.
 *
 * @returns the weights
 * @throws ShapeError when they have no axis for the inputs
 * @example
 * heNormal(zeros([2, 6]), seededRng(1), { gain: 0 }).abs().max().item(); // 0
 */
export function heNormal(weight: Tensor, rng: Rng, options: HeOptions = {}): Tensor {
  return normal(weight, deviation('heNormal', weight, options), rng);
}

function deviation(where: string, weight: Tensor, { mode = 'fanIn', gain = Math.SQRT2 }: HeOptions): number {
  return gain / Math.sqrt(fansOf(where, weight)[mode]);
}
