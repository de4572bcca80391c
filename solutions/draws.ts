/** What the checks of several exercises draw. Numbers are hundredths, easy to read in a counterexample. */
import fc from 'fast-check';
import { type Tensor, tensor } from '#autograd';

/** Between −1.5 and 1.5, where tanh is far from flat. */
export const entry = fc.integer({ min: -150, max: 150 }).map((n) => n / 100);

/** A size at which a loop may go wrong, and which is still easy to follow. */
export const size = fc.integer({ min: 1, max: 4 });

/** So many sizes that are all different: a missing transpose shows in the shapes. */
export function differentSizes(count: number): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: count, maxLength: count });
}

/** So many sizes that are all the same: now the shapes warn of nothing. */
export function equalSizes(count: number): fc.Arbitrary<number[]> {
  return fc.integer({ min: 2, max: 4 }).map((n) => new Array<number>(count).fill(n));
}

export function vector(length: number, of = entry): fc.Arbitrary<number[]> {
  return fc.array(of, { minLength: length, maxLength: length });
}

export function matrix(rows: number, columns: number, of = entry): fc.Arbitrary<number[][]> {
  return fc.array(vector(columns, of), { minLength: rows, maxLength: rows });
}

/** A tensor of any shape, `[]` included. */
export function tensorOf(shape: number[], of = entry): fc.Arbitrary<Tensor> {
  const count = shape.reduce((product, n) => product * n, 1);
  return vector(count, of).map((numbers) => tensor(numbers).reshape(shape));
}

/**
 * ⟨dY, forward(x₁, x₂, …)⟩ as a function of all numbers of the xs in a row, and where they stand: by its central
 * differences a backward pass written by hand is judged.
 */
export function upstreamTimes(dY: Tensor, xs: Tensor[], forward: (...xs: Tensor[]) => Tensor) {
  const f = (point: number[]) => inner(dY.storage, forward(...filled(xs, point)).storage);
  return { f, at: numbersOf(...xs) };
}

/** The numbers of several tensors in a row. */
export function numbersOf(...tensors: Tensor[]): number[] {
  return tensors.flatMap((t) => Array.from(t.storage));
}

/** Tensors of these shapes with other numbers. */
function filled(tensors: Tensor[], numbers: number[]): Tensor[] {
  let from = 0;
  return tensors.map((t) => {
    const own = numbers.slice(from, from + t.size);
    from += t.size;
    return tensor(own).reshape(t.shape);
  });
}

function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);
}
