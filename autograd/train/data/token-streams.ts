import { moreStreamsThanTokens } from './messages.ts';
import { requireCount } from './require-count.ts';

/**
 * A long text as a batch: cut into `batch` parts of one length m = ⌊n / batch⌋, to be read side by side. Stream i is the
 * tokens from i·m to before (i + 1)·m; the rest is dropped.
 *
 * @throws RangeError for a batch that is no whole number from 1 to the number of tokens
 * @example
 * tokenStreams([0, 1, 2, 3, 4, 5, 6], 2); // [[0, 1, 2], [3, 4, 5]]
 */
export function tokenStreams(tokens: readonly number[], batch: number): number[][] {
  requireCount('tokenStreams', 'the batch', batch);
  if (batch > tokens.length) throw moreStreamsThanTokens(batch, tokens.length);
  const m = Math.floor(tokens.length / batch);
  return Array.from({ length: batch }, (_, i) => tokens.slice(i * m, (i + 1) * m));
}
