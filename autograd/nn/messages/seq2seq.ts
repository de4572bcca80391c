import type { Shape } from '#autograd';
import { message, type ShapeError, shapeError, show } from '../../tensor/errors.ts';

export function noBatch(where: string, ids: Shape): ShapeError {
  return shapeError(
    where,
    `ids are ${show(ids)}, not [N, T].`,
    'It takes a batch of sequences, padded to one length; a single one is a batch of one: [ids].',
  );
}

export function halvesDiffer(hiddenSize: number): RangeError {
  return new RangeError(
    message(
      'Encoder',
      `hiddenSize ${hiddenSize} has no half for each of two directions.`,
      'Take an even one, or bidirectional: false.',
    ),
  );
}

export function noSteps(maxLength: number): RangeError {
  return new RangeError(
    message('generate', `maxLength is ${maxLength}.`, 'It takes a whole number of 1 or more.'),
  );
}
