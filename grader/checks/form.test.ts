import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tensor, tensor, zeros } from '#autograd';
import type { Plain } from '../model/plain.ts';
import { formDifference } from './form.ts';
import { plainValues } from './testing/plain-values.ts';

describe('the form of an answer', () => {
  it('is that of the answer itself', () => {
    fc.assert(fc.property(plainValues, (value) => formDifference(value, value, '') === null));
  });

  const right: [name: string, got: Plain, expected: Plain][] = [
    ['numbers', Number.NaN, 1],
    ['texts and truths', ['a', true], ['b', false]],
    ['the numbers of a tensor', zeros([2]), tensor([1, 2])],
    ['the length of a list', [1, 2, 3], [1]],
    ['an empty list', [], [1, 2]],
    ['the items where the solution has none', [{ any: 1 }], []],
    ['keys that were not asked for', { a: 1, b: 2 }, { a: 1 }],
  ];
  for (const [name, got, expected] of right)
    it(`leaves free: ${name}`, () => expect(formDifference(got, expected, 'f')).toBeNull());

  const wrong: [name: string, got: Plain, expected: Plain, at: string][] = [
    ['a kind', 1, [1], 'f'],
    ['a kind inside', [1, '2'], [1, 2], 'f[1]'],
    ['a kind beyond the end', [1, 2, null], [1, 2], 'f[2]'],
    ['a missing key', { a: 1 }, { a: 1, b: 2 }, 'f.b'],
    ['a shape', { h: zeros([1, 2]) }, { h: zeros([2, 1]) }, 'f.h'],
    ['an object in the place of a tensor', { data: { length: 2 ** 32 } }, zeros([2]), 'f'],
    [
      'a tensor of no numbers and four billion rows',
      new Tensor(new Float64Array(), [2 ** 32 - 1, 0]),
      zeros([2]),
      'f',
    ],
  ];
  for (const [name, got, expected, at] of wrong)
    it(`fixes ${name}`, () => expect(formDifference(got, expected, 'f')?.at).toBe(at));
});
