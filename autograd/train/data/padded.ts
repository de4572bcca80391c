/** Sequences of one length, and how much of each counts. */
export interface Padded {
  /** [N][T], T the length of the longest. */
  ids: number[][];
  /** [N] */
  lengths: number[];
}

/**
 * Sequences filled up at the end with `value` to the length of the longest, as a batch wants them.
 *
 * @example
 * padded([[5, 6, 7], [8]], 0); // { ids: [[5, 6, 7], [8, 0, 0]], lengths: [3, 1] }
 */
export function padded(sequences: readonly (readonly number[])[], value: number): Padded {
  const lengths = sequences.map(({ length }) => length);
  const longest = lengths.reduce((longest, length) => Math.max(longest, length), 0);
  return { ids: sequences.map((ids) => [...ids, ...fill(longest - ids.length, value)]), lengths };
}

function fill(count: number, value: number): number[] {
  return new Array<number>(count).fill(value);
}
