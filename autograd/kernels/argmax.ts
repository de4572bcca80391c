import type { Floats } from './floats.ts';

/** Where the first of the largest elements of a lane lies in x; NaN counts as the largest. */
export function largest(x: Floats, n: number, stride: number, at: number): number {
  const end = at + n * stride;
  let best = at;
  for (let i = at; i < end; i += stride) {
    if (x[i] > x[best]) best = i;
    else if (Number.isNaN(x[i])) return i;
  }
  return best;
}

/** The index of that element within each lane of n elements that lie `stride` apart. */
export function argmax(x: Floats, y: Floats, n: number, stride: number): void {
  for (let k = 0; k < y.length; k++) {
    const at = Math.trunc(k / stride) * n * stride + (k % stride);
    y[k] = (largest(x, n, stride, at) - at) / stride;
  }
}

/** y = the element of each row of x where the row of keys has its largest; rows have n elements. */
export function takeLargest(x: Floats, keys: Floats, y: Floats, n: number): void {
  for (let k = 0; k < y.length; k++) y[k] = x[largest(keys, n, 1, k * n)];
}
