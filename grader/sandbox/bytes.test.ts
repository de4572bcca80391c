import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteLimitError, ByteReader, ByteWriter } from './bytes.ts';

const written = (write: (out: ByteWriter) => void, limit = 1 << 20) => {
  const out = new ByteWriter(limit);
  write(out);
  return out.bytes.subarray(0, out.length);
};

test('every float64 comes back with the same bits, NaN and -0 too', () => {
  fc.assert(
    fc.property(fc.double(), (x) => {
      expect(new ByteReader(written((out) => out.float64(x))).float64()).toBe(x);
    }),
    { examples: [[Number.NaN], [-0], [Number.POSITIVE_INFINITY], [5e-324]] },
  );
});

test('every text comes back, lone surrogates and long ones too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(new ByteReader(written((out) => out.text(text))).text(1e6)).toBe(text);
    }),
    { examples: [['\ud800'], ['x\udc00y'], [''], ['é'.repeat(10_000)]] },
  );
});

test('a writer grows up to its limit, and keeps nothing of what went over it', () => {
  const out = new ByteWriter(2000);
  for (let i = 0; i < 250; i++) out.float64(i);
  expect(() => out.byte(0)).toThrow(ByteLimitError);
  expect(() => out.text('x'.repeat(2 ** 28))).toThrow(ByteLimitError);
  expect(out.length).toBe(2000);
  expect(out.bytes.length).toBe(2000);
});

test('a cleared writer begins again', () => {
  const out = new ByteWriter(8);
  out.float64(1);
  out.clear();
  out.uint32(7);
  out.patchUint32(0, 9);
  expect(new ByteReader(out.bytes.subarray(0, out.length)).uint32()).toBe(9);
});

test('a count that the bytes cannot hold is refused', () => {
  const huge = written((out) => out.uint32(2 ** 32 - 1));
  expect(() => new ByteReader(huge).count(1)).toThrow(ByteLimitError);
  expect(() => new ByteReader(huge).text(2 ** 32)).toThrow(ByteLimitError);
  expect(() => new ByteReader(huge).fits(Number.POSITIVE_INFINITY, 8)).toThrow(ByteLimitError);
  expect(() => new ByteReader(huge).fits(Number.NaN, 8)).toThrow(ByteLimitError);
});

test('reading past the end is refused', () => {
  const bytes = new ByteReader(new Uint8Array(3));
  expect(() => bytes.uint32()).toThrow(ByteLimitError);
  expect(bytes.left).toBe(3);
});

test('a reader of a slice stays within the slice', () => {
  const bytes = new ByteReader(Uint8Array.of(1, 2, 3, 4).subarray(1, 3));
  expect([bytes.byte(), bytes.byte(), bytes.left]).toEqual([2, 3, 0]);
  expect(() => bytes.byte()).toThrow(ByteLimitError);
});
