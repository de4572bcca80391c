import { raggedStreams } from './messages.ts';
import { requireCount } from './require-count.ts';

/** What a language model reads, and what it should say: at each place the token that comes next. */
export interface TokenWindow {
  /** [batch][length] */
  inputs: number[][];
  /** [batch][length] */
  targets: number[][];
}

/**
 * Streams cut into windows for truncated backpropagation: each begins where the one before ended, so that the state may
 * be carried over. Targets are shifted by one; ⌊(L - 1) / length⌋ windows of streams of length L, and the rest is dropped.
 *
 * @throws RangeError for a length that is no whole number of 1 or more, or streams of different lengths
 * @example
 * tokenWindows([[0, 1, 2, 3, 4]], 2); // [{ inputs: [[0, 1]], targets: [[1, 2]] }, { inputs: [[2, 3]], targets: [[3, 4]] }]
 */
export function tokenWindows(streams: readonly (readonly number[])[], length: number): TokenWindow[] {
  requireCount('tokenWindows', 'the length of a window', length);
  requireOneLength(streams);
  const count = Math.max(0, Math.floor(((streams[0]?.length ?? 0) - 1) / length));
  const cut = (start: number) => streams.map((stream) => stream.slice(start, start + length));
  return Array.from({ length: count }, (_, i) => ({ inputs: cut(i * length), targets: cut(i * length + 1) }));
}

function requireOneLength(streams: readonly (readonly number[])[]): void {
  const at = streams.findIndex(({ length }) => length !== streams[0].length);
  if (at >= 0) throw raggedStreams(streams[0].length, streams[at].length, at);
}
