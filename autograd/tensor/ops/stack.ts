import { shapesDiffer } from '../messages/shapes.ts';
import { sameShape } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { concat, shapes } from './concat.ts';
import { composed, type Op } from './op.ts';
import { unsqueeze } from './reshape.ts';

/**
 * Tensors of one shape joined along a new axis, the first unless stated.
 *
 * @throws ShapeError for no tensors, or shapes that differ
 * @example
 * stack([tensor([1, 2]), tensor([3, 4])], 1).toArray(); // [[1, 3], [2, 4]]
 */
export const stack: Op<[xs: readonly Tensor[], axis?: number]> = composed({
  name: 'stack',
  doc: 'Joins tensors of one shape along a new axis.',
  maths: 'yᵢ = xᵢ',
  forward: (xs, axis = 0) => {
    requireOneShape(xs);
    return concat(
      xs.map((x) => unsqueeze(x, axis)),
      axis,
    );
  },
  samples: (draw) => [[[draw([2, 3]), draw([2, 3])], 1], [[draw([3])]]],
});

function requireOneShape(xs: readonly Tensor[]): void {
  if (xs.every((x) => sameShape(x.shape, xs[0].shape))) return;
  throw shapesDiffer('stack', shapes(xs));
}
