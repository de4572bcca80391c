import type { Tensor } from '#autograd';
import { overwrite } from '../../tensor/guard.ts';

/**
 * Fills the forget gate's part of an LSTM's bias [4H], the second of i, f, g, o: with 1 in one of its two biases and 0
 * in the other, an LSTM remembers until it learns to forget (Gers et al., 2000; Jozefowicz et al., 2015).
 *
 * @returns the bias
 * @example
 * forgetGateBias(zeros([8]), 1).toArray(); // [0, 0, 1, 1, 0, 0, 0, 0]
 */
export function forgetGateBias(bias: Tensor, value: number): Tensor {
  overwrite(bias).fill(value, bias.size / 4, bias.size / 2);
  return bias;
}
