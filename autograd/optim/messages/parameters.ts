import type { Shape, Tensor } from '#autograd';
import { message, type ShapeError, shapeError, show } from '../../tensor/errors.ts';

export function noParameters(optimizer: string): RangeError {
  return new RangeError(
    message(optimizer, 'there are no parameters to optimise in [].', 'model.parameters() gives them.'),
  );
}

export function parameterTwice(optimizer: string, first: number, again: number): RangeError {
  return new RangeError(
    message(
      optimizer,
      `parameter ${again} is parameter ${first} once more, and would be moved twice.`,
      'Each belongs to one group, once: [...new Set(parameters)] drops what repeats.',
    ),
  );
}

/** @param op what computed it */
export function notALeaf(optimizer: string, index: number, { shape }: Tensor, op: string): TypeError {
  return new TypeError(
    message(
      optimizer,
      `parameter ${index}, of shape ${show(shape)}, was computed by ${op}, so backward leaves no gradient in it.`,
      'Set requiresGrad on the finished tensor instead: const w = x.detach(); w.requiresGrad = true.',
    ),
  );
}

export function gradientDoesNotFit(optimizer: string, index: number, x: Shape, grad: Shape): ShapeError {
  return shapeError(
    optimizer,
    `parameter ${index} is ${show(x)}, its grad is ${show(grad)}.`,
    'No parameter was moved. Assign a grad of the same shape, or null.',
  );
}
