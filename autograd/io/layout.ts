import type { DType, Shape } from '#autograd';
import { WIDTHS } from './dtypes.ts';
import type { Entry } from './entry.ts';
import { beyondFile, doesNotFill, hole, overlap, tooLarge, trailing } from './messages/layout.ts';

/** The bytes that a tensor takes. @throws SafetensorsError for more than can be counted */
export function byteLengthOf(name: string, shape: Shape, dtype: DType): number {
  let bytes = WIDTHS[dtype];
  for (const n of shape) {
    bytes *= n;
    // at each axis, as the reference implementation does: [2 ** 60, 2 ** 60, 0] is refused too
    if (!Number.isSafeInteger(Math.max(n, bytes))) throw tooLarge(name, shape, dtype);
  }
  return bytes;
}

/**
 * Every byte belongs to one tensor, so nothing is read twice and nothing can be hidden in a file.
 *
 * @param length of the data, in bytes
 * @throws SafetensorsError for tensors that do not fill their place, overlap or leave bytes between or behind them
 */
export function requireWholeLayout(entries: readonly Entry[], length: number): void {
  for (const entry of entries) requireFill(entry, length);
  let last: Entry | undefined;
  for (const entry of inFile(entries)) {
    requireNext(entry, last);
    last = entry;
  }
  const end = last?.end ?? 0;
  if (end < length) throw trailing(end, length);
}

/** Tensors without elements first: they may stand where another begins. */
function inFile(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => a.begin - b.begin || a.end - b.end);
}

function requireFill(entry: Entry, length: number): void {
  const bytes = byteLengthOf(entry.name, entry.shape, entry.dtype);
  if (entry.end - entry.begin !== bytes) throw doesNotFill(entry, bytes);
  if (entry.end > length) throw beyondFile(entry, length);
}

function requireNext(entry: Entry, last: Entry | undefined): void {
  const free = last?.end ?? 0;
  if (entry.begin > free) throw hole(free, entry);
  if (last && entry.begin < free) throw overlap(last, entry);
}
