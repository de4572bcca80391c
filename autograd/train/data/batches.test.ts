import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '#autograd';
import { batches, batchesByLength } from './batches.ts';

const ascending = (numbers: number[]) => numbers.toSorted((a, b) => a - b);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const spread = (batch: string[]) =>
  Math.max(...batch.map((word) => word.length)) - Math.min(...batch.map((word) => word.length));

const counts = fc.record({
  n: fc.integer({ min: 0, max: 60 }),
  size: fc.integer({ min: 1, max: 20 }),
  seed: fc.integer(),
});

describe('an epoch of batches', () => {
  it('has every example exactly once, and only the last batch may be small', () => {
    fc.assert(
      fc.property(counts, ({ n, size, seed }) => {
        const epoch = batches(upTo(n), size, seededRng(seed));
        expect(ascending(epoch.flat())).toEqual(upTo(n));
        expect(epoch.slice(0, -1).every((batch) => batch.length === size)).toBe(true);
        expect(epoch.every((batch) => batch.length > 0)).toBe(true);
      }),
    );
  });

  it('has whole batches alone with dropLast', () => {
    fc.assert(
      fc.property(counts, ({ n, size, seed }) => {
        const epoch = batches(upTo(n), size, seededRng(seed), { dropLast: true });
        expect(epoch.map((batch) => batch.length)).toEqual(new Array(Math.floor(n / size)).fill(size));
        expect(new Set(epoch.flat()).size).toBe(epoch.flat().length);
      }),
    );
  });

  it('repeats for a seed, and differs from epoch to epoch', () => {
    const rng = seededRng(1);
    const [first, second] = [batches(upTo(30), 7, rng), batches(upTo(30), 7, rng)];
    expect(first).toEqual(batches(upTo(30), 7, seededRng(1)));
    expect(second).not.toEqual(first);
  });

  it('leaves the examples as they are', () => {
    const examples = Object.freeze(upTo(9)) as number[];
    expect(batches(examples, 2, seededRng(1)).flat()).not.toEqual(examples);
  });
});

describe('an epoch of batches by length', () => {
  const words = fc.array(fc.string({ maxLength: 9 }), { maxLength: 60 });
  const length = (word: string) => word.length;

  it('has every example exactly once', () => {
    fc.assert(
      fc.property(words, counts, (list, { size, seed }) => {
        const epoch = batchesByLength(list, length, size, seededRng(seed));
        expect(epoch.flat().sort()).toEqual(list.toSorted());
        expect(epoch.filter((batch) => batch.length !== size).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('cuts the order of lengths: all batches together spread no more than all examples', () => {
    fc.assert(
      fc.property(words, counts, (list, { size, seed }) => {
        const epoch = batchesByLength(list, length, size, seededRng(seed));
        const sum = epoch.reduce((total, batch) => total + spread(batch), 0);
        expect(sum).toBeLessThanOrEqual(list.length > 0 ? spread(list) : 0);
      }),
    );
  });

  it('mixes examples of one length, and the batches', () => {
    const list = upTo(40).map(String);
    const epochOf = (seed: number) => batchesByLength(list, length, 5, seededRng(seed));
    expect(epochOf(1)).toEqual(epochOf(1));
    expect(epochOf(1).map((batch) => batch.toSorted())).not.toEqual(
      epochOf(2).map((batch) => batch.toSorted()),
    );
    const lengths = epochOf(1).map((batch) => batch[0].length);
    expect(lengths).not.toEqual(lengths.toSorted());
  });
});

it('a size that is no whole number of 1 or more is refused', () => {
  for (const size of [0, -1, 1.5, Number.NaN]) {
    expect(() => batches([1], size, seededRng(1))).toThrow(`whole number of 1 or more, not ${size}`);
    expect(() => batchesByLength([1], () => 1, size, seededRng(1))).toThrow(RangeError);
  }
});
