import { type ShapeError, shapeError, show } from '../errors.ts';
import type { Shape } from '../shape.ts';

const EXAMPLE = "'ij,jk->ik' is the product of two matrices.";

export function wrongNumberOfTerms(equation: string, terms: number, operands: number): ShapeError {
  const what = `${equation} has ${terms} terms, there are ${operands} operands.`;
  return shapeError('einsum', what, `It takes one term for each: ${EXAMPLE}`);
}

export function badResult(equation: string): ShapeError {
  return shapeError('einsum', `each axis of the result of ${equation} is one of an operand, once.`, EXAMPLE);
}

export function badTerm(term: string, shape: Shape): ShapeError {
  const advice = `It takes one letter for each of its ${shape.length} axes; '...' stands for any number of them.`;
  return shapeError('einsum', `the term ${term} does not name the axes of ${show(shape)}.`, advice);
}

export function sizesOfAxisDiffer(axis: string, equation: string, m: number, n: number): ShapeError {
  const what = `${axis} in ${equation} has the sizes ${m} and ${n}.`;
  return shapeError('einsum', what, 'A letter stands for one size everywhere, or for 1.');
}
