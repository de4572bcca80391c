import { type Rng, randn, type Tensor } from '#autograd';
import { overwrite } from '../../tensor/guard.ts';

/**
 * Fills a parameter with normal numbers of mean 0.
 *
 * @returns the parameter
 * @example
 * normal(zeros([2, 3]), 0, seededRng(1)).abs().max().item(); // 0
 */
export function normal(parameter: Tensor, deviation: number, rng: Rng): Tensor {
  const drawn = randn(parameter.shape, rng).storage;
  overwrite(parameter).set(drawn.map((z) => deviation * z));
  return parameter;
}
