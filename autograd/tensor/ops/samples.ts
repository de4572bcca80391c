import type { Tensor } from '../tensor.ts';
import { add, neg } from './arithmetic.ts';
import type { Draw } from './op.ts';

/** Elements near ±0.5, ±1.5, …, each another: nothing ties, and nothing lies at 0 or at a whole number. */
export function apart(draw: Draw, shape: readonly number[]): Tensor {
  const x = draw(shape, -0.1, 0.1);
  // 7 and 13 have no common factor, so 13 elements come in another order and each once
  for (let i = 0; i < x.size; i++) x.storage[i] += ((7 * i + 3) % 13) - 6.5;
  return x;
}

/** Pairs of shapes that broadcast, with no element of the one near an element of the other. */
export function pairsApart(draw: Draw): [Tensor, Tensor | number][] {
  const other = (shape: readonly number[]) => add(neg(apart(draw, shape)), 0.5);
  return [
    [apart(draw, [2, 3]), other([2, 3])],
    [apart(draw, []), other([2, 3])],
    [apart(draw, [2, 1]), other([3])],
    [apart(draw, [4]), 0],
  ];
}
