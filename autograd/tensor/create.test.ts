import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arange, eye, full, ShapeError, tensor, zeros } from '#autograd';

const shapes = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 });

describe('tensor', () => {
  it('holds nested arrays in row-major order', () => {
    const x = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(x.shape).toEqual([2, 3]);
    expect([...x.data]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gives back what it was made from', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const nested = full(shape, 2).toArray();
        expect(tensor(nested).toArray()).toEqual(nested);
      }),
    );
  });

  it('has rank 0 for a number', () => {
    expect(tensor(5).shape).toEqual([]);
    expect(tensor(5).toArray()).toBe(5);
  });

  it('copies typed arrays', () => {
    const source = new Float64Array([1, 2]);
    const x = tensor(source);
    source[0] = 9;
    expect(x.toArray()).toEqual([1, 2]);
  });

  it('refuses ragged arrays', () => {
    expect(() => tensor([[1, 2], [3]])).toThrow(ShapeError);
    expect(() => tensor([[1, 2], 3])).toThrow(ShapeError);
    expect(() => tensor([1, [2]])).toThrow(ShapeError);
  });

  it('refuses what is not a number', () => {
    expect(() => tensor(['1'] as never)).toThrow('tensor: elements are numbers, not string.');
  });
});

describe('full', () => {
  it('refuses sizes that are no counts', () => {
    expect(() => zeros([2, -1])).toThrow('sizes are integers of 0 or more, not [2, -1].');
    expect(() => zeros([1.5])).toThrow(RangeError);
  });
});

describe('item', () => {
  it('is the only number, whatever the rank', () => expect(tensor([[7]]).item()).toBe(7));

  it('refuses more than one', () => {
    expect(() => zeros([2, 3]).item()).toThrow('item: x is [2, 3], not a single number.');
  });
});

describe('arange', () => {
  it('stops before its end, also downwards and in fractions', () => {
    expect(arange(3).toArray()).toEqual([0, 1, 2]);
    expect(arange(3, 0, -2).toArray()).toEqual([3, 1]);
    expect(arange(0, 1, 0.25).toArray()).toEqual([0, 0.25, 0.5, 0.75]);
    expect(arange(2, 2).toArray()).toEqual([]);
  });

  it('refuses steps that never arrive', () => {
    expect(() => arange(0, 1, 0)).toThrow('arange: steps of 0 do not lead from 0 to 1.');
    expect(() => arange(0, 3, -1)).toThrow(RangeError);
    expect(() => arange(0, Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('eye', () => {
  it('may be wider than high', () => {
    expect(eye(2, 3).toArray()).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });
});
