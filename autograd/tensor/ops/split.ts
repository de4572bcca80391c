import { doesNotDivide } from '../messages/shapes.ts';
import { axisOf, type Shape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { composed, type Op } from './op.ts';
import { slice } from './slice.ts';

/**
 * Equal parts along an axis, the first unless stated.
 *
 * @throws ShapeError when the axis does not divide into `parts`
 * @example
 * tensor([1, 2, 3, 4]).split(2, 0).map((part) => part.toArray()); // [[1, 2], [3, 4]]
 */
export const split: Op<[x: Tensor, parts: number, axis?: number], Tensor[]> = composed({
  name: 'split',
  doc: 'Cuts an axis into equal parts.',
  maths: '[y₁, y₂, …] = x',
  forward: (x, parts, axis = 0) => {
    const a = axisOf('split', axis, x.shape);
    const step = stepOf(x.shape, parts, a);
    return Array.from({ length: parts }, (_, i) => slice(x, a, i * step, (i + 1) * step));
  },
  samples: (draw) => [
    [draw([2, 6]), 3, 1],
    [draw([4]), 2],
  ],
});

function stepOf(shape: Shape, parts: number, axis: number): number {
  const step = shape[axis] / parts;
  if (Number.isInteger(parts) && parts > 0 && Number.isInteger(step)) return step;
  throw doesNotDivide(axis, parts, shape);
}
