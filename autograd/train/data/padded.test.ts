import fc from 'fast-check';
import { expect, it } from 'vitest';
import { padded } from './padded.ts';

it('padded sequences are all as long as the longest, and are themselves up to their lengths', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat()), { minLength: 1 }), fc.integer(), (sequences, value) => {
      const { ids, lengths } = padded(sequences, value);
      const longest = Math.max(...sequences.map(({ length }) => length));
      expect(ids.map((row, n) => row.slice(0, lengths[n]))).toEqual(sequences);
      for (const [n, row] of ids.entries())
        expect(row.slice(lengths[n])).toEqual(new Array(longest - lengths[n]).fill(value));
    }),
  );
});

it('no sequences are no rows', () => {
  expect(padded([], 0)).toEqual({ ids: [], lengths: [] });
});
