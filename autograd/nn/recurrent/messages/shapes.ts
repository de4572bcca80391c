import type { Shape, ShapeError } from '#autograd';
import { shapeError, show } from '../../../tensor/errors.ts';

export function wrongInput(where: string, x: Shape, forms: readonly string[]): ShapeError {
  return shapeError(where, `x is ${show(x)}.`, `It takes ${forms.join(' or ')}.`);
}

export function wrongState(where: string, part: string, found: Shape, expected: Shape): ShapeError {
  return shapeError(
    where,
    `the state's ${part} is ${show(found)}, not ${show(expected)}.`,
    'States are not broadcast; without one, zeros are taken.',
  );
}

export function wrongMask(where: string, mask: Shape, h: Shape): ShapeError {
  return shapeError(
    where,
    `the mask is ${show(mask)}, not ${show(h)}.`,
    'It has one number for each of h: 0, or 1 / (1 - p).',
  );
}
