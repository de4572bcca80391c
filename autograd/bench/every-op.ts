import { add, mul, ops, rand, type Shape, seededRng, type Tensor } from '#autograd';
import { tensorsIn } from '#autograd/check';
import { pullBack } from '../tensor/backward.ts';
import { onesLike } from '../tensor/create.ts';
import { time } from './clock.ts';
import type { Row, Section } from './report.ts';

const CALLS = 100;

/** Every op of the table at its first sample, which has a handful of elements; each backward is a sweep of its own. */
export function everyOp(): Section {
  const rows = Object.values(ops).map((op) => {
    const rng = seededRng(1);
    const draw = (shape: Shape, low = -2, high = 2) => add(mul(rand(shape, rng), high - low), low);
    const [args] = op.samples(draw) as unknown[][];
    const inputs = tensorsIn(args);
    for (const x of inputs) x.requiresGrad = true;
    const call = () => tensorsIn((op as (...args: never[]) => unknown)(...(args as never[])));
    const shapes = inputs.map((x) => `[${x.shape}]`).join(' ');
    return row(`${op.name} ${shapes}`, call, () => differentiate(call(), inputs));
  });
  return { title: 'every op at its first sample, best', headings: ['forward', 'with a sweep'], rows };
}

function differentiate(outputs: readonly Tensor[], inputs: readonly Tensor[]): void {
  const ys = outputs.filter((y) => y.requiresGrad);
  if (ys.length > 0) pullBack(ys, ys.map(onesLike), inputs);
}

function row(what: string, forward: () => unknown, both: () => unknown): Row {
  const best = (f: () => unknown) => {
    const { bestMs } = time(() => {
      for (let i = 0; i < CALLS; i++) f();
    });
    return `${((bestMs * 1e6) / CALLS).toFixed(0)} ns`;
  };
  return { what, values: [best(forward), best(both)] };
}
