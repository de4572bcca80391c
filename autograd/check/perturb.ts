import { Tensor } from '../tensor/tensor.ts';

/** Fresh leaves with the same numbers, so that nothing is left behind in the given ones. */
export function copies(inputs: readonly Tensor[]): Tensor[] {
  return inputs.map((x) => new Tensor(x.data.slice(), x.shape, true));
}

/** Copies in which entry `k` of input `i` is `value`. */
export function withEntry(inputs: readonly Tensor[], i: number, k: number, value: number): Tensor[] {
  const xs = copies(inputs);
  xs[i].data[k] = value;
  return xs;
}

/** A leaf x + t u. */
export function moved(x: Tensor, u: Tensor, t: number): Tensor {
  return new Tensor(
    x.data.map((value, k) => value + t * u.data[k]),
    x.shape,
    true,
  );
}
