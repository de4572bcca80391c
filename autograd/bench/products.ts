import { type DType, matmul, randn, seededRng } from '#autograd';
import { time } from './clock.ts';
import { MEDIAN_BEST, type Row, type Section } from './report.ts';

/** [m, k, n] and the GFLOPS of performance.md: JS packed f64, JS naive, WASM f64 and f32 on Node 20. */
const PRODUCTS: [size: [m: number, k: number, n: number], reference: string][] = [
  [[32, 128, 512], 'JS packed 3.9, naive 0.96, WASM 18 (f32 38)'],
  [[32, 256, 1024], 'JS packed 3.9, naive 0.97, WASM 16 (f32 35)'],
  [[64, 512, 2048], 'JS packed 4.1, naive 0.80, WASM 17 (f32 34)'],
  [[512, 512, 512], 'JS packed 3.9, naive 0.95, WASM 19 (f32 36)'],
];

export function products(): Section {
  const rows = PRODUCTS.flatMap(([size, reference]) => [
    { ...row(size, 'float64'), reference },
    row(size, 'float32'),
  ]);
  return { title: 'matrix product, GFLOPS', headings: MEDIAN_BEST, rows };
}

function row([m, k, n]: [number, number, number], dtype: DType): Row {
  const rng = seededRng(1);
  const [a, b] = [randn([m, k], rng, { dtype }), randn([k, n], rng, { dtype })];
  const { medianMs, bestMs } = time(() => matmul(a, b));
  const gflops = (ms: number) => ((2 * m * k * n) / ms / 1e6).toFixed(2);
  return { what: `${m}·${k}·${n} ${dtype}`, values: [gflops(medianMs), gflops(bestMs)] };
}
