import type { Shape } from '#autograd';
import { message, type ShapeError, shapeError, show } from '../../tensor/errors.ts';

export function doNotAttend(q: Shape, K: Shape, V: Shape): ShapeError {
  return shapeError(
    'attend',
    `q is ${show(q)}, K is ${show(K)}, V is ${show(V)}.`,
    'It takes q [N, H] or [N, Q, H], K [N, T, H] and V [N, T, D].',
  );
}

export function maskDoesNotFit(mask: Shape, weights: Shape): ShapeError {
  return shapeError(
    'attend',
    `the mask is ${show(mask)}, the weights are ${show(weights)}.`,
    'Aligned at the end, each size must be equal, or 1 in the mask.',
  );
}

export function wrongNumberOfLengths(lengths: number, sequences: number): ShapeError {
  return shapeError(
    'attend',
    `there are ${lengths} lengths for ${sequences} sequences.`,
    'It takes one for each of the N in K [N, T, H].',
  );
}

export function badLength(length: number, sequence: number, T: number): RangeError {
  return new RangeError(
    message(
      'sequenceMask',
      `length ${length}, that of sequence ${sequence}, does not lie in a sequence of ${T} places.`,
      `Lengths are whole numbers from 0 to ${T}.`,
    ),
  );
}
