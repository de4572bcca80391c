import type { Rng, Tensor } from '#autograd';
import { overwrite } from '../../tensor/guard.ts';

/**
 * Fills a parameter with numbers uniform in [-bound, bound): PyTorch's default, with bound 1/√(fan in).
 *
 * @returns the parameter
 * @example
 * uniform(zeros([2, 3]), 0.5, seededRng(1)).max().item() <= 0.5; // true
 */
export function uniform(parameter: Tensor, bound: number, rng: Rng): Tensor {
  const numbers = overwrite(parameter);
  for (let i = 0; i < numbers.length; i++) numbers[i] = bound * (2 * rng() - 1);
  return parameter;
}
