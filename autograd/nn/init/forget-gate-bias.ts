import type { Tensor } from '#autograd';
import { shapeError, show } from '../../tensor/errors.ts';
import { overwrite } from '../../tensor/guard.ts';

/**
 * Fills the forget gate's part of an LSTM's bias [4H], the second of i, f, g, o: with 1 in one of its two biases and 0
 * in the other, an LSTM remembers until it learns to forget (Gers et al., 2000; Jozefowicz et al., 2015).
 *
 * @returns the bias
 * @throws ShapeError unless it has four parts
 * @example
 * forgetGateBias(zeros([8]), 1).toArray(); // [0, 0, 1, 1, 0, 0, 0, 0]
 */
export function forgetGateBias(bias: Tensor, value: number): Tensor {
  if (bias.rank !== 1 || bias.size % 4 !== 0)
    throw shapeError(
      'forgetGateBias',
      `the bias is ${show(bias.shape)}.`,
      'It takes [4H], the gates i, f, g, o.',
    );
  overwrite(bias).fill(value, bias.size / 4, bias.size / 2);
  return bias;
}
