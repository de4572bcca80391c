import { sizesOfAxisDiffer } from '../messages/equation.ts';
import type { Tensor } from '../tensor.ts';
import { contract, diagonals, merged, without } from './contraction.ts';
import { parseEquation } from './equation.ts';
import { type Op, requireTensor, withRow } from './op.ts';
import { expand } from './sum.ts';

/**
 * Products of elements summed over the axes that the result does not name, as in NumPy: `ij,jk->ik` is the matrix
 * product, `ii->i` a diagonal, `...ij->...ji` a transpose of the last two axes.
 *
 * Operands are contracted from the left, two at a time, by `matmul`.
 *
 * @throws ShapeError when the equation does not fit the operands, or a letter stands for two sizes
 * @example
 * einsum('i,j->ij', tensor([1, 2]), tensor([3, 4])).toArray(); // [[3, 4], [6, 8]]
 */
export const einsum: Op<[equation: string, ...xs: Tensor[]]> = withRow(
  {
    name: 'einsum',
    doc: 'Products of elements summed over the axes that the result does not name.',
    maths: 'yᵢₖ = Σⱼ aᵢⱼ bⱼₖ',
    samples: (draw): [string, ...Tensor[]][] => [
      ['ij,jk->ik', draw([2, 3]), draw([3, 4])],
      ['bij,bkj,k->bi', draw([2, 3, 4]), draw([2, 3, 4]), draw([3])],
      ['...ii->...i', draw([2, 3, 3])],
      ['i,j', draw([2]), draw([3])],
    ],
  },
  (equation: string, ...xs: Tensor[]) => {
    for (const x of xs) requireTensor('einsum', x);
    const { operands, result } = parseEquation(equation, xs);
    const sizes = sizesOf(equation, xs, operands);
    const terms = xs.map((x, i) => diagonals(whole(x, operands[i], sizes), operands[i]));
    const last = terms.reduce((left, right, i) => {
      const needed = [...result, ...terms.slice(i + 1).flatMap((term) => term.axes)];
      return contract(left, right, needed);
    });
    return merged(
      without(last, result),
      result.map((axis) => [axis]),
    );
  },
);

function sizesOf(
  equation: string,
  xs: readonly Tensor[],
  operands: readonly string[][],
): Map<string, number> {
  const sizes = new Map<string, number>();
  operands.forEach((axes, i) => {
    axes.forEach((axis, at) => {
      const [n, m] = [xs[i].shape[at], sizes.get(axis) ?? 1];
      if (n !== m && n !== 1 && m !== 1) throw sizesOfAxisDiffer(axis, equation, m, n);
      sizes.set(axis, m === 1 ? n : m);
    });
  });
  return sizes;
}

/** With axes of size 1 repeated as far as the other operands have them. */
function whole(x: Tensor, axes: readonly string[], sizes: Map<string, number>): Tensor {
  const shape = axes.map((axis) => sizes.get(axis) as number);
  return shape.every((n, a) => n === x.shape[a]) ? x : expand(x, shape);
}
