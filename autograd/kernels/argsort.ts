import type { Floats } from './floats.ts';

/** The order that sorts each lane of n elements that lie `stride` apart; equal ones stay in order, NaN comes last. */
export function argsort(x: Floats, y: Floats, n: number, stride: number): void {
  const order = Array.from({ length: n }, () => 0);
  for (let block = 0; block < x.length; block += n * stride)
    for (let at = block; at < block + stride; at++) {
      for (let i = 0; i < n; i++) order[i] = i;
      order.sort((i, j) => ascending(x[at + i * stride], x[at + j * stride]));
      for (let i = 0; i < n; i++) y[at + i * stride] = order[i];
    }
}

function ascending(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}
