import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tensor, tensor, zeros } from '#autograd';
import { mapTensors } from '#autograd/check';
import type { Plain } from '../model/plain.ts';
import { compare } from './compare.ts';
import { plainValues } from './testing/plain-values.ts';
import { anyNumber } from './tolerance.ts';

describe('compare', () => {
  it('finds nothing between a value and its copy, whatever the tolerance', () => {
    const copy = (value: Plain) => mapTensors(value, ({ data, shape }) => new Tensor(data.slice(), shape));
    const agree = (value: Plain) => !compare(copy(value), value) && !compare(copy(value), value, Object.is);
    fc.assert(fc.property(plainValues, agree));
  });

  it('names the first difference by its path', () => {
    const expected = { hs: [[1, 2, 3], [4]], p: { W: zeros([2, 3]) } };
    const got = { hs: [[1, 2, 3.5], [5]], p: { W: zeros([2, 3]) } };
    expect(compare(got, expected)).toEqual({
      why: 'the value differs',
      at: 'hs[0][2]',
      got: '3.5',
      expected: '3',
      relativeError: 1 / 6,
    });
    const W = new Tensor(Float64Array.of(0, 0, 0, 0, 1, 0), [2, 3]);
    expect(compare({ ...expected, p: { W } }, expected)?.at).toBe('p.W[1, 1]');
  });

  const wrong: [name: string, got: Plain, expected: Plain, why: string][] = [
    ['NaN for a number', Number.NaN, 1, 'the value is NaN'],
    ['an infinity for a number', Number.POSITIVE_INFINITY, 1, 'the value is Infinity'],
    ['a number for an infinity', 1e300, Number.POSITIVE_INFINITY, 'the value differs'],
    ['the other infinity', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 'the value differs'],
    ['a number for NaN', 0, Number.NaN, 'the value differs'],
    ['a text for a number', '1', 1, 'expected a number, got a string'],
    ['nothing', undefined, [1], 'expected a list, got undefined'],
    ['null', null, { a: 1 }, 'expected an object, got null'],
    ['a list for a tensor', [1, 2], tensor([1, 2]), 'expected a tensor, got a list'],
    ['a tensor for a list', tensor([1, 2]), [1, 2], 'expected a list, got a tensor'],
    ['an object for a list', { length: 2, 0: 1, 1: 2 }, [1, 2], 'expected a list, got an object'],
    ['another shape', zeros([3, 2]), zeros([2, 3]), 'the shape is [3, 2], expected [2, 3]'],
    ['another rank', zeros([1]), zeros([]), 'the shape is [1], expected []'],
    ['a missing item', [1], [1, 2], 'expected 2 items, got 1'],
    ['an item too many', [1, 2, 3], [1, 2], 'expected 2 items, got 3'],
    ['a missing key', { a: 1 }, { a: 1, b: 2 }, 'expected a number, got undefined'],
    ['another text', 'b', 'a', 'the answer differs'],
    ['another truth', true, false, 'the answer differs'],
  ];
  for (const [name, got, expected, why] of wrong)
    it(`rejects ${name}`, () => expect(compare(got, expected)?.why).toBe(why));

  it('does not mind keys that were not asked for', () => {
    expect(compare({ a: 1, cache: [2] }, { a: 1 })).toBeNull();
  });

  it('to the bit, -0 is not 0 and the last bit counts and shows', () => {
    expect(compare(-0, 0)).toBeNull();
    expect(compare(-0, 0, Object.is)).toMatchObject({ got: '-0', expected: '0' });
    expect(compare(0.1 + 0.2, 0.3)).toBeNull();
    expect(compare(0.1 + 0.2, 0.3, Object.is)).toMatchObject({ got: '0.30000000000000004', expected: '0.3' });
  });

  it('for any number, looks at the structure alone', () => {
    expect(compare([Number.NaN, zeros([2])], [1, tensor([3, 4])], anyNumber)).toBeNull();
    expect(compare([Number.NaN, zeros([3])], [1, tensor([3, 4])], anyNumber)?.at).toBe('[1]');
  });
});
