import { type ShapeError, shapeError, show } from '../errors.ts';
import type { Shape } from '../shape.ts';

export function noAxis(op: string, axis: number, shape: Shape): ShapeError {
  const rank = shape.length;
  const axes = rank === 0 ? 'it has no axes' : `its axes are ${-rank} to ${rank - 1}`;
  const advice = rank === 0 ? 'Leave the axis out.' : 'Negative axes count from the end.';
  return shapeError(op, `there is no axis ${axis}: x is ${show(shape)}, ${axes}.`, advice);
}

export function axisTwice(op: string, axes: readonly number[], shape: Shape): ShapeError {
  return shapeError(
    op,
    `an axis occurs twice in ${show(axes)}: x is ${show(shape)}.`,
    'Name each once; negative axes count from the end.',
  );
}

export function notAllAxes(axes: readonly number[], shape: Shape): ShapeError {
  return shapeError(
    'permute',
    `${show(axes)} does not name all axes: x is ${show(shape)}.`,
    `It takes each of the axes 0 to ${shape.length - 1} once.`,
  );
}

export function noIndex(op: string, index: number, axis: number, shape: Shape): ShapeError {
  const n = shape[axis];
  const advice = n === 0 ? 'It has no entries.' : `It has the indices ${-n} to ${n - 1}.`;
  return shapeError(op, `there is no index ${index} on axis ${axis}: x is ${show(shape)}.`, advice);
}

export function noRange(start: number, end: number, axis: number, shape: Shape): ShapeError {
  return shapeError(
    'slice',
    `there is no range ${start} to ${end} on axis ${axis}: x is ${show(shape)}.`,
    `It takes integers 0 ≤ start ≤ end ≤ ${shape[axis]}; negative ones count from the end.`,
  );
}

export function notEnough(k: number, axis: number, shape: Shape): ShapeError {
  return shapeError(
    'topk',
    `axis ${axis} has no ${k} largest elements: x is ${show(shape)}.`,
    `k is an integer from 0 to ${shape[axis]}.`,
  );
}

export function notList(ids: Shape): ShapeError {
  return shapeError(
    'indexSelect',
    `ids are a list, not ${show(ids)}.`,
    'gather takes an index for each element; reshape(ids, [-1]) makes a list.',
  );
}

export function indexDoesNotFit(op: string, index: Shape, axis: number, shape: Shape): ShapeError {
  return shapeError(
    op,
    `index is ${show(index)}, x is ${show(shape)}.`,
    `It needs as many axes, and no more entries than x has on the axes other than ${axis}.`,
  );
}

export function indexIsNotAsX(x: Shape, index: Shape): ShapeError {
  return shapeError(
    'scatter',
    `x is ${show(x)}, index is ${show(index)}; they must agree.`,
    'It takes an index for each element of x.',
  );
}
