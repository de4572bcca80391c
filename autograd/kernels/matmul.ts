import type { Floats } from './floats.ts';

/** y = a b for a of [m, k] and b of [k, n]; y holds zeros. Row by row of b, so that all reads are in order. */
export function matmul(a: Floats, b: Floats, y: Floats, m: number, k: number, n: number): void {
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) addScaledRow(a[i * k + p], b, p * n, y, i * n, n);
  }
}

function addScaledRow(scale: number, b: Floats, bAt: number, y: Floats, yAt: number, n: number): void {
  for (let j = 0; j < n; j++) y[yAt + j] += scale * b[bAt + j];
}
