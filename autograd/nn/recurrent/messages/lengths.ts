import type { Shape, ShapeError } from '#autograd';
import { message, shapeError, show } from '../../../tensor/errors.ts';

export function wrongPadded(x: Shape): ShapeError {
  return shapeError(
    'packPadded',
    `x is ${show(x)}.`,
    'It takes [T, N, …], or [N, T, …] with { batchFirst: true }.',
  );
}

export function wrongLengths(lengths: readonly number[], T: number, N: number): RangeError {
  return new RangeError(
    message(
      'lengths',
      `${show(lengths)} do not fit a batch of ${N} sequences of ${T} steps.`,
      `There is one length for each sequence, an integer from 0 to ${T}.`,
    ),
  );
}

export function wrongTotalLength(totalLength: number, longest: number): RangeError {
  return new RangeError(
    message(
      'padPacked',
      `totalLength is ${totalLength}, the longest sequence has ${longest} steps.`,
      'It is an integer and no less than that.',
    ),
  );
}
