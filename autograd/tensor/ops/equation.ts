import { badResult, badTerm, wrongNumberOfTerms } from '../messages/equation.ts';
import type { Tensor } from '../tensor.ts';

/** The letters of each operand's axes and of the result's; the axes of an ellipsis are called 0, -1, … from its end. */
export interface Equation {
  operands: string[][];
  result: string[];
}

/**
 * `ij,jk->ik` taken apart. Without an arrow the result has the axes of the ellipsis, then each letter that occurs once,
 * in the order of the alphabet.
 *
 * @throws ShapeError when there are not as many terms as operands, or a term does not fit its operand
 */
export function parseEquation(equation: string, xs: readonly Tensor[]): Equation {
  const [left, right] = equation.replaceAll(' ', '').split('->');
  const terms = left.split(',');
  if (terms.length !== xs.length) throw wrongNumberOfTerms(equation, terms.length, xs.length);
  const operands = terms.map((term, i) => axesOfTerm(term, xs[i].shape));
  const result = right === undefined ? lettersThatOccurOnce(operands) : axesOfResult(right, operands);
  for (const [i, letter] of result.entries())
    if (!operands.flat().includes(letter) || result.indexOf(letter) < i) throw badResult(equation);
  return { operands, result };
}

function axesOfTerm(term: string, shape: readonly number[]): string[] {
  const letters = term.replace('...', '').length;
  const hidden = shape.length - letters;
  const fits = term.includes('...') ? hidden >= 0 : hidden === 0;
  if (!fits || !/^[a-z]*(\.\.\.)?[a-z]*$/i.test(term)) throw badTerm(term, shape);
  return withEllipsis(term, hidden);
}

function axesOfResult(term: string, operands: readonly string[][]): string[] {
  const hidden = operands.map((axes) => axes.filter((axis) => !isLetter(axis)).length);
  return withEllipsis(term, Math.max(...hidden));
}

/** `i...j` with 2 hidden axes: i, -1, 0, j. */
function withEllipsis(term: string, hidden: number): string[] {
  const [front, back] = term.split('...');
  if (back === undefined) return [...front];
  return [...front, ...Array.from({ length: hidden }, (_, i) => `${i + 1 - hidden}`), ...back];
}

function lettersThatOccurOnce(operands: readonly string[][]): string[] {
  const all = operands.flat();
  const hidden = operands
    .map((axes) => axes.filter((axis) => !isLetter(axis)))
    .reduce((a, b) => (b.length > a.length ? b : a));
  const once = all.filter((axis) => isLetter(axis) && all.indexOf(axis) === all.lastIndexOf(axis));
  return [...hidden, ...once.sort()];
}

function isLetter(axis: string): boolean {
  return /[a-z]/i.test(axis);
}
