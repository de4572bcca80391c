import type { Shape } from '#autograd';
import { message, type ShapeError, shapeError, show } from '../../tensor/errors.ts';

export function comparedShapesDiffer(where: string, x: Shape, target: Shape): ShapeError {
  return shapeError(
    where,
    `x is ${show(x)}, the target is ${show(target)}.`,
    'They are compared place by place; reshape or expand one of them to the shape of the other.',
  );
}

export function noClassAxis(where: string): ShapeError {
  return shapeError(where, 'the logits are [], a single number.', 'They are [C], or [N, C, …].');
}

export function targetsDoNotFit(where: string, targets: Shape, logits: Shape, fitting: Shape): ShapeError {
  return shapeError(
    where,
    `targets are ${show(targets)}, logits are ${show(logits)}.`,
    `Targets ${show(fitting)} would fit: a class for each place. Logits have the classes on axis 1, as in [N, C, …].`,
  );
}

export function weightDoesNotFit(where: string, weight: Shape, classes: number): ShapeError {
  return shapeError(
    where,
    `weight is ${show(weight)}, there are ${classes} classes.`,
    `It takes one weight for each class: [${classes}].`,
  );
}

export function nothingCounts(where: string, targets: Shape): RangeError {
  return new RangeError(
    message(
      where,
      `none of the targets ${show(targets)} counts, so there is no mean.`,
      "All are ignoreIndex, or of classes with weight 0. With reduction 'sum' the loss is 0.",
    ),
  );
}

export function noShare(labelSmoothing: number): RangeError {
  return new RangeError(
    message('crossEntropy', `labelSmoothing is ${labelSmoothing}.`, 'It is a share, from 0 to 1.'),
  );
}
