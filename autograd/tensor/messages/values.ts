import { message, type ShapeError, shapeError, show } from '../errors.ts';
import type { Shape } from '../shape.ts';

export function noTensor(op: string, x: unknown): TypeError {
  const found = Array.isArray(x) ? 'an array' : `${x}`;
  return new TypeError(message(op, `takes a tensor, not ${found}.`, 'tensor(…) makes one from numbers.'));
}

/** @param names what the message calls the operands */
export function dtypesDiffer(op: string, found: Readonly<Record<string, string>>): TypeError {
  const each = Object.entries(found).map(([name, dtype]) => `${name} is ${dtype}`);
  const what = `dtypes differ: ${each.join(', ')}.`;
  return new TypeError(message(op, what, 'Create both with the same { dtype }.'));
}

export function raggedAt(shape: Shape, axis: number, found: string): ShapeError {
  return shapeError(
    'tensor',
    `ragged: the first branch has the shape ${show(shape)}, but at depth ${axis} there is ${found}.`,
    'All arrays at one depth have the same length; pad the shorter ones.',
  );
}

export function tooDeep(shape: Shape, length: number): ShapeError {
  return shapeError(
    'tensor',
    `ragged: ${show(shape)} has an array of ${length} for a number.`,
    'Numbers all lie at one depth.',
  );
}

export function noNumber(x: unknown): TypeError {
  const found = x === null ? 'null' : typeof x;
  return new TypeError(
    message(
      'tensor',
      `elements are numbers, not ${found}.`,
      'It takes a number, or arrays of numbers in arrays.',
    ),
  );
}

export function noSteps(start: number, end: number, step: number): RangeError {
  return new RangeError(
    message(
      'arange',
      `steps of ${step} do not lead from ${start} to ${end}.`,
      'Take a step above 0 to go up and below 0 to go down, and finite ends.',
    ),
  );
}

export function noInteger(low: number, high: number): RangeError {
  return new RangeError(
    message(
      'randint',
      `there is no integer from ${low} to below ${high}.`,
      'It takes integers, low below high; high itself is never drawn.',
    ),
  );
}

export function noChoice(items: number, weights: readonly number[]): RangeError {
  return new RangeError(
    message(
      'choice',
      `takes one weight of 0 or more for each of ${items} items, and one above 0, not ${show(weights)}.`,
      'Leave the weights out to choose each item as often; an empty list has nothing to choose.',
    ),
  );
}
