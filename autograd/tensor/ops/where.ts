import * as kernels from '../../kernels/where.ts';
import { emptyLike, tensor } from '../create.ts';
import { record } from '../graph.ts';
import type { NestedLike } from '../nested.ts';
import { broadcastShapes } from '../shape.ts';
import { Tensor } from '../tensor.ts';
import { type Operand, operands, stepOf, walkable } from './broadcast.ts';
import { type Op, withRow } from './op.ts';
import { sumTo } from './sum.ts';

/** 1 where it holds, 0 elsewhere: what `gt` and the other comparisons give, or such numbers in nested arrays. */
export type Condition = Tensor | NestedLike;

/**
 * `a` where the condition is not 0, `b` elsewhere, with broadcasting. No gradient comes from what was not taken.
 *
 * @throws ShapeError when the shapes do not broadcast
 * @example
 * const x = tensor([-1, 4]);
 * where(gt(x, 0), x, 0).toArray(); // [0, 4]
 */
export const where: Op<[condition: Condition, a: Operand, b: Operand]> = withRow(
  {
    name: 'where',
    doc: 'One tensor where a condition holds, the other elsewhere.',
    maths: 'y = a if c else b',
    samples: (draw): [Condition, Operand, Operand][] => [
      [[1, 0, 1], draw([2, 3]), draw([2, 1])],
      [[[1], [0]], draw([3]), 0],
    ],
  },
  (condition: Condition, left: Operand, right: Operand) => {
    const [a, b] = operands('where', left, right);
    const c = asTensor(condition);
    const pull = (dy: Tensor, i: number) =>
      i === 1 ? sumTo(where(c, dy, 0), a.shape) : sumTo(where(c, 0, dy), b.shape);
    return record(choose(c, a, b), [c, a, b], pull, 'where');
  },
);

/** Outside the graph: where the condition holds jumps. */
function asTensor(condition: Condition): Tensor {
  return condition instanceof Tensor ? condition.detach() : tensor(condition);
}

function choose(condition: Tensor, a: Tensor, b: Tensor): Tensor {
  const either = broadcastShapes('where', a.shape, b.shape);
  const shape = broadcastShapes('where', condition.shape, either);
  const y = emptyLike(a, shape);
  const [c, p, q] = [condition, a, b].map((x) => walkable(x, shape));
  kernels.where(c.storage, stepOf(c), p.storage, stepOf(p), q.storage, stepOf(q), y.storage);
  return y;
}
