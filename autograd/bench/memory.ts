import { add, tensor, Value } from '#autograd';
import type { Row, Section } from './report.ts';

const OPS = 1_000_000;

/** What a graph of a million ops holds, and how large its sweep makes the process. Needs `node --expose-gc`. */
export function memory(): Section {
  const rows = [
    row('Value', () => {
      let y = new Value(1);
      for (let i = 0; i < OPS; i++) y = y.add(1);
      return () => y.backward();
    }),
    row('Tensor of 4 elements', () => {
      let y = tensor([1, 2, 3, 4], { requiresGrad: true });
      for (let i = 0; i < OPS; i++) y = add(y, 1e-6);
      return () => y.backward(tensor([1, 1, 1, 1]));
    }),
  ];
  return { title: 'memory of a graph of 1,000,000 ops', headings: ['held', 'process at its largest'], rows };
}

function row(what: string, build: () => () => void): Row {
  const before = inUse();
  const backward = build();
  const held = inUse() - before;
  backward();
  const peak = process.resourceUsage().maxRSS / 1024;
  return { what, values: [`${(held / OPS).toFixed(0)} bytes an op`, `${peak.toFixed(0)} MiB`] };
}

function inUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
