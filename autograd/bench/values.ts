import { Value } from '#autograd';
import { type Timing, time } from './clock.ts';
import { MEDIAN_BEST, type Row, type Section } from './report.ts';

const NEURONS = 1000;
const CHAIN = 1_000_000;

/** Nodes a second of the scalar engine, forward and backward. */
export function values(): Section {
  const rows = [
    row(
      'Value, 10,000 nodes',
      time(() => neurons(NEURONS).backward()),
      NEURONS * 10,
      {
        reference: 'micrograd 0.05 M/s, lean class 12.8 M/s',
      },
    ),
    row(
      'Value, a chain of 1,000,000',
      time(() => chain(CHAIN).backward()),
      CHAIN,
      {
        reference: 'micrograd 6.5 s, lean class 0.33 s',
      },
    ),
  ];
  return { title: 'scalar engine, nodes a second, forward + backward', headings: MEDIAN_BEST, rows };
}

function row(what: string, { medianMs, bestMs }: Timing, nodes: number, rest: Pick<Row, 'reference'>): Row {
  const rate = (ms: number) => `${(nodes / ms / 1000).toFixed(1)} M/s (${(ms / 1000).toPrecision(2)} s)`;
  return { what, values: [rate(medianMs), rate(bestMs)], ...rest };
}

/** A sum of `count` neurons with two weights: ten nodes each. */
function neurons(count: number): Value {
  let total = new Value(0);
  for (let i = 0; i < count; i++) {
    const [x, w, v, b] = [new Value(i / count), new Value(0.5), new Value(-0.25), new Value(0.1)];
    total = total.add(w.mul(x).add(v.mul(x)).add(b).tanh());
  }
  return total;
}

function chain(length: number): Value {
  let y = new Value(1);
  for (let i = 1; i < length; i++) y = y.add(1);
  return y;
}
