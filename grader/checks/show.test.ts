import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tensor, tensor } from '#autograd';
import { show, showApart } from './show.ts';
import { plainValues } from './testing/plain-values.ts';

describe('show', () => {
  it('writes values as a student would', () => {
    const value = {
      a: [1, -0, Number.NaN],
      b: 'x"y',
      c: null,
      d: undefined,
      e: tensor([
        [1, 2],
        [3, 4],
      ]),
    };
    expect(show(value)).toBe(
      '{ a: [1, -0, NaN], b: "x\\"y", c: null, d: undefined, e: tensor([[1, 2], [3, 4]]) }',
    );
  });

  it('drops the noise of the last bits', () => expect(show(0.1 + 0.2)).toBe('0.3'));

  it('keeps the last bits where nothing else tells two numbers apart', () => {
    expect(showApart(0.1 + 0.2, 0.3)).toEqual({ got: '0.30000000000000004', expected: '0.3' });
  });

  it('is short for every value', () => {
    fc.assert(fc.property(plainValues, (value) => show(value).length <= 402));
  });

  it('counts what it leaves out', () => {
    expect(show(Array.from({ length: 15 }, (_, i) => i))).toBe(
      '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … 3 more]',
    );
  });

  it('does not walk through four billion empty rows', () => {
    expect(show(new Tensor(new Float64Array(), [2 ** 32 - 1, 0]))).toBe(
      'tensor([]) of shape [4294967295, 0]',
    );
  });

  it('takes no time for a list of a million', () => {
    const long = Array.from({ length: 1e6 }, (_, i) => `${i}`);
    expect(show(long)).toContain('… 999988 more');
  });

  it('writes a tensor of rank 0 as a number', () => expect(show(tensor(2))).toBe('tensor(2)'));
});
