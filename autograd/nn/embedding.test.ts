import { describe, expect, it } from 'vitest';
import { mul, randn, seededRng, sum, tensor } from '#autograd';
import { gradcheck } from '#autograd/check';
import { Embedding, embedding } from '#autograd/nn';

const rng = seededRng(1);
const weight = tensor([
  [1, 2],
  [3, 4],
  [5, 6],
]);

describe('embedding', () => {
  it('takes ids in any form, and adds an axis', () => {
    expect(embedding(1, weight).toArray()).toEqual([3, 4]);
    expect(embedding(tensor([[2], [0]]), weight).toArray()).toEqual([[[5, 6]], [[1, 2]]]);
    expect(embedding([], weight).shape).toEqual([0, 2]);
  });

  it('has the right gradient, with rows that occur twice and never', () => {
    const f = (W: typeof weight) =>
      embedding(
        [
          [1, 1],
          [0, 1],
        ],
        W,
      );
    expect(gradcheck(f, [randn([3, 2], rng)])).toMatchObject({ verdict: 'pass' });
  });

  it('names the id without a row, and its place', () => {
    expect(() =>
      embedding(
        [
          [0, 1],
          [2, 3],
        ],
        weight,
      ),
    ).toThrow('embedding: there is no row 3, which stands at [1, 1].\n  Ids are whole numbers from 0 to 2.');
    expect(() => embedding([0.5], weight)).toThrow('there is no row 0.5, which stands at [0].');
    expect(() => embedding(-1, weight)).toThrow('there is no row -1.');
    expect(() => embedding([0, Number.NaN], weight)).toThrow(RangeError);
  });
});

describe('Embedding', () => {
  it('starts from a normal distribution', () => {
    const { weight: table } = new Embedding(100, 100, { rng, dtype: 'float32' });
    expect(table.dtype).toBe('float32');
    expect(table.mean().item()).toBeCloseTo(0, 1);
    expect(table.var().item()).toBeCloseTo(1, 1);
  });

  it('has a row of zeros for padding, which learns nothing even when it is no longer zero', () => {
    const layer = new Embedding(3, 2, { rng, paddingIdx: 1 });
    expect(layer.forward(1).toArray()).toEqual([0, 0]);
    layer.loadStateDict({ weight });
    const y = layer.forward([1, 2]);
    expect(y.toArray()).toEqual([
      [3, 4],
      [5, 6],
    ]);
    sum(mul(y, y)).backward();
    expect(layer.weight.grad?.toArray()).toEqual([
      [0, 0],
      [0, 0],
      [10, 12],
    ]);
  });

  it('refuses a padding that has no row', () => {
    expect(() => new Embedding(3, 2, { rng, paddingIdx: 3 })).toThrow('paddingIdx: there is no row 3');
  });
});
