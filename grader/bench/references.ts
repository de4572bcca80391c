/** What was measured when the levels were designed, on a machine where plain Node gave its first answer in 28 ms. */
export const REFERENCES = {
  plainMs: 28,
  /** Start to first answer, as multiples of plain Node's. */
  startAtA: 1.85,
  pooledMs: 1.3,
  callsPerSecond: 8900,
  callsPerSecondAhead: 104_000,
  guestsPerSecond: 32,
  megabytesIdle: 21,
};

/** How much slower than the machine of the references this one is, by its plain Node. */
export function slowness(plainMs: number): number {
  return plainMs / REFERENCES.plainMs;
}
