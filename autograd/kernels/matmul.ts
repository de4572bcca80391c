import type { Floats } from './floats.ts';

/** Rows and columns of a tile: its 16 sums stay in registers while k runs. */
const TILE = 4;

/**
 * y = a b for each of a stack: a of [count, m, k], b of [count, k, n], y of [count, m, n]. Adds in float64.
 *
 * Four columns of b at a time are packed side by side and meet all rows of a.
 */
export function matmul(
  count: number,
  m: number,
  k: number,
  n: number,
  a: Floats,
  b: Floats,
  y: Floats,
): void {
  const panel = panelOf(k * TILE);
  for (let s = 0; s < count; s++)
    for (let j = 0; j < n; j += TILE) {
      const width = Math.min(TILE, n - j);
      pack(b, s * k * n + j, n, k, width, panel);
      timesPanel(a, s * m * k, panel, y, s * m * n + j, m, k, n, width);
    }
}

/** Shared by all calls, since none of them outlives another. */
let scratch = new Float64Array(1024);

function panelOf(size: number): Float64Array {
  if (scratch.length < size) scratch = new Float64Array(size);
  return scratch;
}

/** The columns of the panel, row by row; the ones that b lacks are 0. */
function pack(b: Floats, at: number, n: number, k: number, width: number, panel: Float64Array): void {
  if (width < TILE) panel.fill(0, 0, k * TILE);
  for (let p = 0; p < k; p++) for (let j = 0; j < width; j++) panel[p * TILE + j] = b[at + p * n + j];
}

function timesPanel(
  a: Floats,
  aAt: number,
  panel: Float64Array,
  y: Floats,
  yAt: number,
  m: number,
  k: number,
  n: number,
  width: number,
): void {
  const full = width === TILE ? m - (m % TILE) : 0;
  for (let i = 0; i < full; i += TILE) tile(a, aAt + i * k, panel, y, yAt + i * n, k, n);
  for (let i = full; i < m; i++) row(a, aAt + i * k, panel, y, yAt + i * n, k, width);
}

/** One row of a with the panel. */
function row(
  a: Floats,
  aAt: number,
  panel: Float64Array,
  y: Floats,
  yAt: number,
  k: number,
  width: number,
): void {
  let y0 = 0;
  let y1 = 0;
  let y2 = 0;
  let y3 = 0;
  for (let p = 0; p < k; p++) {
    const x = a[aAt + p];
    y0 += x * panel[p * TILE];
    y1 += x * panel[p * TILE + 1];
    y2 += x * panel[p * TILE + 2];
    y3 += x * panel[p * TILE + 3];
  }
  y[yAt] = y0;
  if (width > 1) y[yAt + 1] = y1;
  if (width > 2) y[yAt + 2] = y2;
  if (width > 3) y[yAt + 3] = y3;
}

/** Four rows of a with the panel: each number that is read is used four times. */
function tile(
  a: Floats,
  aAt: number,
  panel: Float64Array,
  y: Floats,
  yAt: number,
  k: number,
  n: number,
): void {
  let y00 = 0;
  let y01 = 0;
  let y02 = 0;
  let y03 = 0;
  let y10 = 0;
  let y11 = 0;
  let y12 = 0;
  let y13 = 0;
  let y20 = 0;
  let y21 = 0;
  let y22 = 0;
  let y23 = 0;
  let y30 = 0;
  let y31 = 0;
  let y32 = 0;
  let y33 = 0;
  for (let p = 0, q = 0; p < k; p++, q += TILE) {
    const b0 = panel[q];
    const b1 = panel[q + 1];
    const b2 = panel[q + 2];
    const b3 = panel[q + 3];
    const a0 = a[aAt + p];
    const a1 = a[aAt + k + p];
    const a2 = a[aAt + 2 * k + p];
    const a3 = a[aAt + 3 * k + p];
    y00 += a0 * b0;
    y01 += a0 * b1;
    y02 += a0 * b2;
    y03 += a0 * b3;
    y10 += a1 * b0;
    y11 += a1 * b1;
    y12 += a1 * b2;
    y13 += a1 * b3;
    y20 += a2 * b0;
    y21 += a2 * b1;
    y22 += a2 * b2;
    y23 += a2 * b3;
    y30 += a3 * b0;
    y31 += a3 * b1;
    y32 += a3 * b2;
    y33 += a3 * b3;
  }
  put4(y, yAt, y00, y01, y02, y03);
  put4(y, yAt + n, y10, y11, y12, y13);
  put4(y, yAt + 2 * n, y20, y21, y22, y23);
  put4(y, yAt + 3 * n, y30, y31, y32, y33);
}

function put4(y: Floats, at: number, y0: number, y1: number, y2: number, y3: number): void {
  y[at] = y0;
  y[at + 1] = y1;
  y[at + 2] = y2;
  y[at + 3] = y3;
}
