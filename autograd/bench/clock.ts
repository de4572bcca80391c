/** Median and best of repeated runs: other load makes medians pessimistic, and the best is what the code can do. */
export interface Timing {
  medianMs: number;
  bestMs: number;
}

const WARM_MS = 150;
const MEASURED_MS = 600;
const FEWEST = 5;

/** Runs `f` until it is compiled, then again for a while. */
export function time(f: () => unknown): Timing {
  repeat(f, WARM_MS, 3);
  const runs = repeat(f, MEASURED_MS, FEWEST).sort((a, b) => a - b);
  return { medianMs: runs[runs.length >> 1], bestMs: runs[0] };
}

function repeat(f: () => unknown, budget: number, fewest: number): number[] {
  const runs: number[] = [];
  const end = performance.now() + budget;
  while (runs.length < fewest || performance.now() < end) {
    const start = performance.now();
    f();
    runs.push(performance.now() - start);
  }
  return runs;
}
