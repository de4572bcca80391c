import { type ShapeError, shapeError, show } from '../errors.ts';
import type { Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';

export function badSizes(op: string, shape: Shape): ShapeError {
  return shapeError(
    op,
    `sizes are integers of 0 or more, not ${show(shape)}.`,
    'A shape has one for each axis; [] is a single number.',
  );
}

export function notFilled(length: number, shape: Shape): ShapeError {
  const size = shape.reduce((product, n) => product * n, 1);
  return shapeError(
    'Tensor',
    `${length} numbers do not fill the shape ${show(shape)}.`,
    `It takes ${size} of them.`,
  );
}

export function notSingle(x: Tensor): ShapeError {
  return shapeError(
    'item',
    `x is ${show(x.shape)}, not a single number.`,
    'toArray() gives all of them; sum() or select(axis, index) gives one.',
  );
}

/** @param back the axis at fault, counted from the end */
export function doNotBroadcast(op: string, a: Shape, b: Shape, back: number): ShapeError {
  const sizes = `${a[a.length - back]} and ${b[b.length - back]}`;
  return shapeError(
    op,
    `shapes do not broadcast: a is ${show(a)}, b is ${show(b)}.`,
    `Counted from the end, axis ${-back} has sizes ${sizes}; they must be equal, or one of them 1.`,
  );
}

export function doesNotExpand(from: Shape, to: Shape): ShapeError {
  return shapeError(
    'expand',
    `x is ${show(from)} and does not broadcast to ${show(to)}.`,
    'Aligned at the end, each size must be equal, or 1 in x.',
  );
}

export function otherSize(from: Shape, to: Shape, size: number): ShapeError {
  return shapeError(
    'reshape',
    `x is ${show(from)} with ${size} elements, ${show(to)} does not hold as many.`,
    `The product of the sizes must be ${size}; one of them may be -1 and follows.`,
  );
}

export function notSizeOne(axis: number, shape: Shape): ShapeError {
  return shapeError(
    'squeeze',
    `axis ${axis} has size ${shape[axis]}, not 1: x is ${show(shape)}.`,
    'squeeze() drops every axis of size 1; select(axis, index) drops one of another size.',
  );
}

export function doesNotDivide(axis: number, parts: number, shape: Shape): ShapeError {
  return shapeError(
    'split',
    `axis ${axis} does not divide into ${parts} equal parts: x is ${show(shape)}.`,
    `Its size ${shape[axis]} must be a multiple of the parts; slice cuts anywhere.`,
  );
}

/** @param fits the transposed operand that would fit, if one does */
export function innerSizesDiffer(x: Shape, y: Shape, fits: string | undefined): ShapeError {
  return shapeError(
    'matmul',
    `inner sizes differ: x is ${show(x)}, y is ${show(y)}.`,
    fits ?? 'The last size of x and the last but one of y must be equal: [m, k] and [k, n].',
  );
}

export function notMatrices(x: Shape, y: Shape): ShapeError {
  return shapeError(
    'matmul',
    `takes matrices or vectors: x is ${show(x)}, y is ${show(y)}.`,
    'mul scales by a single number.',
  );
}

export function nothingToJoin(op: string): ShapeError {
  return shapeError(op, 'there are no tensors to join in [].', 'It takes a list of one or more.');
}

export function differBesideAxis(axis: number, shapes: readonly Shape[]): ShapeError {
  return shapeError(
    'concat',
    `shapes differ beside axis ${axis}: ${shapes.map(show).join(', ')}.`,
    `All sizes but that of axis ${axis} must be equal.`,
  );
}

export function shapesDiffer(op: string, shapes: readonly Shape[]): ShapeError {
  return shapeError(
    op,
    `shapes differ: ${shapes.map(show).join(', ')}.`,
    'All must be equal; concat joins along an axis that exists, of any size.',
  );
}

export function badPadding(shape: Shape, padding: readonly (readonly number[])[]): ShapeError {
  return shapeError(
    'pad',
    `x is ${show(shape)}, the padding is [${padding.map(show).join(', ')}].`,
    'It takes [before, after] for each axis, integers of 0 or more.',
  );
}

export function noElements(op: string, axis: number, shape: Shape): ShapeError {
  return shapeError(
    op,
    `axis ${axis} has no elements: x is ${show(shape)}.`,
    'Only sums and products of nothing have a value.',
  );
}
