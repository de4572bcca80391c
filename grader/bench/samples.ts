/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle one: other load makes some of them late. */
export function median(samples: number[]): number {
  return samples.toSorted((a, b) => a - b)[samples.length >> 1]!;
}

/** How often a second the work can be done, over at least so many milliseconds. */
export async function perSecond(ms: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let count = 0;
  for (; performance.now() - start < ms; count++) await work();
  return (1000 * count) / (performance.now() - start);
}
