import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenStreams } from './token-streams.ts';
import { tokenWindows } from './token-windows.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const counts = fc.record({
  n: fc.integer({ min: 1, max: 80 }),
  batch: fc.integer({ min: 1, max: 9 }),
  length: fc.integer({ min: 1, max: 9 }),
});

describe('streams', () => {
  it('are the text itself, less the rest that does not fill a column', () => {
    fc.assert(
      fc.property(counts, ({ n, batch }) => {
        fc.pre(batch <= n);
        const streams = tokenStreams(upTo(n), batch);
        expect(streams).toHaveLength(batch);
        expect(streams.flat()).toEqual(upTo(n - (n % batch)));
      }),
    );
  });

  it('are not more than there are tokens', () => {
    expect(() => tokenStreams([1, 2], 3)).toThrow(/2 tokens do not fill 3 streams/);
    for (const batch of [0, 1.5, -1]) expect(() => tokenStreams([1, 2], batch)).toThrow(RangeError);
  });
});

describe('windows', () => {
  it('follow one another without overlap, ⌊(L - 1) / length⌋ of them', () => {
    fc.assert(
      fc.property(counts, ({ n, batch, length }) => {
        fc.pre(batch <= n);
        const streams = tokenStreams(upTo(n), batch);
        const windows = tokenWindows(streams, length);
        expect(windows).toHaveLength(Math.floor((streams[0].length - 1) / length));
        for (const [row, stream] of streams.entries())
          expect(windows.flatMap(({ inputs }) => inputs[row])).toEqual(
            stream.slice(0, windows.length * length),
          );
      }),
    );
  });

  it('have as targets the tokens that come next', () => {
    fc.assert(
      fc.property(counts, ({ n, batch, length }) => {
        fc.pre(batch <= n);
        // tokens count up, so what follows t is t + 1
        for (const { inputs, targets } of tokenWindows(tokenStreams(upTo(n), batch), length))
          expect(targets).toEqual(inputs.map((row) => row.map((token) => token + 1)));
      }),
    );
  });

  it('of ragged streams, or of no length, are refused', () => {
    expect(() =>
      tokenWindows(
        [
          [1, 2, 3],
          [1, 2],
        ],
        1,
      ),
    ).toThrow(/stream 1 has 2 tokens, stream 0 has 3/);
    for (const length of [0, 1.5, -1]) expect(() => tokenWindows([[1, 2, 3]], length)).toThrow(RangeError);
  });

  it('of nothing are none', () => {
    expect(tokenWindows([], 2)).toEqual([]);
    expect(tokenWindows([[]], 2)).toEqual([]);
  });
});
