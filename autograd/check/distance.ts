import type { Tensor } from '../tensor/tensor.ts';

/** The largest |factor a - b| of two lists of tensors; infinite where only one of them is a number. */
export function distance(a: readonly Tensor[], b: readonly Tensor[], factor = 1): number {
  let most = 0;
  a.forEach((x, i) => {
    const [xs, ys] = [x.storage, b[i].storage];
    for (let k = 0; k < xs.length; k++) most = Math.max(most, apart(xs[k] * factor, ys[k]));
  });
  return most;
}

function apart(a: number, b: number): number {
  const difference = Object.is(a, b) ? 0 : Math.abs(a - b);
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
}

/** The largest number, in size; NaN if any is. */
export function largest(tensors: readonly Tensor[]): number {
  let most = 0;
  for (const { storage } of tensors) for (const x of storage) most = Math.max(most, Math.abs(x));
  return most;
}
