import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ones, Tensor, tensor } from '#autograd';
import { ByteLimitError, ByteReader, ByteWriter } from './bytes.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { NotPlainError, Tag } from './plain-data.ts';
import { plain } from './testing/plain.ts';

function encoded(value: unknown): Uint8Array {
  const out = new ByteWriter(8 << 20);
  encode(value, out);
  return out.bytes.slice(0, out.length);
}

const roundTrip = (value: unknown) => decode(new ByteReader(encoded(value)));

function wrapped(depth: number): unknown {
  return depth === 0 ? 1 : [wrapped(depth - 1)];
}

describe('plain data', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(roundTrip(value)).toStrictEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test.for([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    -0,
    '\ud800',
    tensor(-0),
    ones([0, 3]),
    ones([1, 1, 1, 1, 1, 1]),
    [Number.NaN, -0, 1],
    [],
    {},
    { toString: 1, toJSON: 2, length: 4 },
    wrapped(16),
  ])('%o comes back as it was', (value) => {
    expect(roundTrip(value)).toStrictEqual(value);
  });

  test('a float32 tensor arrives as float64, with the same numbers', () => {
    const halves = new Tensor(Float32Array.of(0.5, 0.1), [2]);
    expect((roundTrip(halves) as Tensor).data).toEqual(Float64Array.of(0.5, Math.fround(0.1)));
  });
});

describe('what is not plain is refused', () => {
  class Cell {}
  const oddlyNamed = { '<b>': class {} }['<b>'];
  const cycle: unknown[] = [];
  cycle.push(cycle);
  const wide: Record<string, number> = {};
  for (let i = 0; i < 257; i++) wide[`k${i}`] = i;

  test.for<[name: string, value: unknown, message: string]>([
    ['a function', () => 1, 'a function'],
    ['a symbol', Symbol('x'), 'a symbol'],
    ['a BigInt', 1n, 'a bigint'],
    ['a Map', new Map(), 'an instance of Map'],
    ['a Date', new Date(0), 'an instance of Date'],
    ['a promise', Promise.resolve(1), 'an instance of Promise'],
    ['an instance of a class', new Cell(), 'an instance of Cell'],
    ['a typed array', new Float64Array(2), 'an instance of Float64Array'],
    ['a class that names itself oddly', new oddlyNamed(), 'an object that is not plain'],
    ['an object made from another', Object.create({ a: 1 }), 'an instance of Object'],
    ['a sparse list', Object.assign(new Array(3), { 0: 1 }), 'a list with nothing at place 1'],
    ['a huge sparse list', new Array(2 ** 32 - 1), 'more than 2000000 values'],
    ['a cycle', cycle, 'nested deeper than 16'],
    ['nesting of 17', wrapped(17), 'nested deeper than 16'],
    ['the key __proto__', JSON.parse('{"__proto__": 1}'), 'a key that is no plain name'],
    ['the key constructor', { constructor: 1 }, 'a key that is no plain name'],
    ['a key with a space', { 'a b': 1 }, 'a key that is no plain name'],
    ['257 keys', wide, 'more than 256 keys'],
    ['a long text', 'x'.repeat(2 ** 20 + 1), 'a text of more than 1048576 characters'],
    ['a tensor of rank 9', ones([1, 1, 1, 1, 1, 1, 1, 1, 1]), 'a tensor of rank 9'],
    ['an empty tensor of many rows', ones([2_000_001, 0]), 'more than 2000000 values'],
    [
      'a tensor that lies about its shape',
      Object.create(Tensor.prototype, { shape: { value: [-1, -1] }, data: { value: [1] } }),
      'a tensor whose data',
    ],
    ['a function deep inside', [{ a: [{ b: () => 1 }] }], 'a function'],
  ])('%s', ([, value, message]) => {
    expect(() => encoded(value)).toThrow(NotPlainError);
    expect(() => encoded(value)).toThrow(message);
  });

  test('a list that would fill more than the limit', () => {
    const text = 'x'.repeat(2 ** 20);
    expect(() => encoded([text, text, text, text])).toThrow(ByteLimitError);
  });
});

describe('a decoder of hostile bytes', () => {
  /** A value or one of two errors, within time and memory that the bytes themselves justify. */
  function survives(bytes: Uint8Array): void {
    const start = performance.now();
    try {
      decode(new ByteReader(bytes));
    } catch (error) {
      expect(error instanceof NotPlainError || error instanceof ByteLimitError, String(error)).toBe(true);
    }
    expect(performance.now() - start).toBeLessThan(5000);
  }

  test('survives arbitrary bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), survives), { numRuns: 3000 });
  });

  test('survives bytes that look like plain data', () => {
    const piece = fc.oneof(
      fc.integer({ min: 0, max: 9 }).map((tag) => [tag]),
      fc.constantFrom([0, 0, 0, 0], [1, 0, 0, 0], [255, 255, 255, 255], [0, 0, 0, 1], [9, 8, 0, 0, 0, 0]),
      fc.array(fc.nat(255), { maxLength: 9 }),
    );
    const bytes = fc.array(piece, { maxLength: 60 }).map((pieces) => Uint8Array.from(pieces.flat()));
    fc.assert(fc.property(bytes, survives), { numRuns: 3000 });
  });

  test('survives mutations of what was encoded', () => {
    const mutation = fc.tuple(fc.nat(), fc.nat(255));
    fc.assert(
      fc.property(
        plain,
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (value, changes, cut) => {
          const bytes = encoded(value);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          survives(bytes);
          survives(bytes.subarray(0, cut % bytes.length));
        },
      ),
      { numRuns: 1000 },
    );
  });

  const u32 = (n: number) => [n & 255, (n >>> 8) & 255, (n >>> 16) & 255, n >>> 24];
  const most = u32(2 ** 32 - 1);
  const megabytes = (count: number, ...pattern: number[]) =>
    new Uint8Array(count * 2 ** 20).map((_, i) => pattern[i % pattern.length]!);
  const listOf = (count: number, items: Uint8Array) => Uint8Array.from([Tag.array, ...u32(count), ...items]);

  test.for<[name: string, bytes: ArrayLike<number>]>([
    ['nothing', []],
    ['an unknown tag', [10]],
    ['a list of 2³² - 1', [Tag.array, ...most]],
    ['numbers of 2³² - 1', [Tag.numbers, ...most, 0, 0]],
    ['an object of 2³² - 1 keys', [Tag.object, ...most]],
    ['a text of 2³² - 1', [Tag.string, ...most]],
    [
      'a tensor of rank 255',
      [Tag.tensor, 255, ...new Array(255).fill(u32(1)).flat(), ...new Array(8).fill(0)],
    ],
    ['a tensor of rank 255 without sizes', [Tag.tensor, 255]],
    ['a huge tensor', [Tag.tensor, 3, ...most, ...most, ...most]],
    ['a huge tensor with a zero among the sizes', [Tag.tensor, 3, ...most, ...u32(0), ...most]],
    ['lists nested 100 deep', new Array(100).fill([Tag.array, ...u32(1)]).flat()],
    [
      'the key __proto__',
      [Tag.object, ...u32(1), ...u32(9), ...[...'__proto__'].flatMap((c) => [c.charCodeAt(0), 0]), Tag.null],
    ],
    ['eight million nulls', listOf(8 * 2 ** 20, megabytes(8, Tag.null))],
    ['1.6 million empty lists', listOf(1.6e6, megabytes(8, Tag.array, 0, 0, 0, 0))],
    [
      '800,000 empty tensors of a million rows',
      listOf(8e5, megabytes(8, Tag.tensor, 2, ...u32(1e6), ...u32(0))),
    ],
  ])('survives %s', ([, bytes]) => {
    survives(Uint8Array.from(bytes));
  });

  test('refuses an empty tensor that would be millions of empty rows', () => {
    const bytes = Uint8Array.from([Tag.tensor, 2, ...most, ...u32(0)]);
    expect(() => decode(new ByteReader(bytes))).toThrow(NotPlainError);
  });
});
