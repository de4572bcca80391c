import type { Floats } from './floats.ts';

/** yᵢ = x₀ + … + xᵢ along lanes of n elements that lie `stride` apart; adds in float64. */
export function cumsum(x: Floats, y: Floats, n: number, stride: number): void {
  for (let block = 0; block < x.length; block += n * stride)
    for (let at = block; at < block + stride; at++) cumsumLane(x, y, n, stride, at);
}

function cumsumLane(x: Floats, y: Floats, n: number, stride: number, at: number): void {
  const end = at + n * stride;
  let total = 0;
  for (let i = at; i < end; i += stride) {
    total += x[i];
    y[i] = total;
  }
}
