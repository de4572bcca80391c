import { add, matmul, mul, noGrad, type Tensor, tanh, tensor } from '#autograd';
import { time } from './clock.ts';
import { MEDIAN_BEST, type Row, type Section } from './report.ts';

const LENGTH = 1000;

const x = tensor([0.5, -0.25, 0.125, 1], { requiresGrad: true });
const w = tensor([1, 1, 1, 1], { requiresGrad: true });
const square = tensor(
  [
    [0.5, -0.25],
    [0.125, 1],
  ],
  { requiresGrad: true },
);

const STEPS: Record<string, { from: Tensor; step(y: Tensor): Tensor; reference?: string }> = {
  add: { from: x, step: (y) => add(y, w) },
  mul: {
    from: x,
    step: (y) => mul(y, w),
    reference: 'JS with an array an op 147 + 73, one arena 35 + 64, PyTorch 2500 + 7000',
  },
  tanh: { from: x, step: (y) => tanh(y) },
  matmul: { from: square, step: (y) => matmul(y, square) },
};

/** Nanoseconds an op in a chain of them: on 4 elements nearly all of it is what the engine adds to the arithmetic. */
export function overhead(): Section {
  const rows = Object.entries(STEPS).flatMap(([name, { from, step, reference }]) => {
    const ones = tensor([1, 1, 1, 1]).reshape(from.shape);
    const chain = () => {
      let y = from;
      for (let i = 0; i < LENGTH; i++) y = step(y);
      return y;
    };
    return [
      row(`${name}, forward without a graph`, () => noGrad(chain)),
      row(`${name}, forward`, chain),
      { ...row(`${name}, forward + backward`, () => chain().backward(ones)), reference },
    ];
  });
  return { title: 'an op on 4 elements', headings: MEDIAN_BEST, rows };
}

function row(what: string, f: () => unknown): Row {
  const { medianMs, bestMs } = time(f);
  const nanoseconds = (ms: number) => `${((ms * 1e6) / LENGTH).toFixed(0)} ns`;
  return { what, values: [nanoseconds(medianMs), nanoseconds(bestMs)] };
}
