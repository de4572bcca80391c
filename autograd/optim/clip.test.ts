import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Tensor, tensor } from '#autograd';
import { clipGradNorm, clipGradValue, gradNorm } from '#autograd/optim';

/** Parameters with these gradients, and one that has none. */
function paramsWith(gradients: readonly number[][]): Tensor[] {
  const params = gradients.map((numbers) => {
    const x = tensor(numbers, { requiresGrad: true });
    x.grad = tensor(numbers);
    return x;
  });
  return [...params, tensor(1, { requiresGrad: true })];
}

const numbersIn = (params: readonly Tensor[]) => params.flatMap(({ grad }) => [...(grad?.storage ?? [])]);

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const gradients = fc.array(fc.array(number, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
const norm = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const normType = fc.constantFrom(1, 2, 3, Number.POSITIVE_INFINITY);

describe('clipping to a norm', () => {
  it('leaves no larger norm, and says what it was', () => {
    const property = (numbers: number[][], most: number, p: number) => {
      const params = paramsWith(numbers);
      const before = gradNorm(params, p);
      expect(clipGradNorm(params, most, p)).toBe(before);
      expect(gradNorm(params, p)).toBeLessThanOrEqual(most * (1 + 1e-12));
    };
    fc.assert(fc.property(gradients, norm, normType, property), { seed: 1 });
  });

  it('keeps the direction over all parameters', () => {
    const property = (numbers: number[][], most: number) => {
      const params = paramsWith(numbers);
      const factor = Math.min(1, most / (clipGradNorm(params, most) + 1e-6));
      expect(numbersIn(params)).toEqual(numbers.flat().map((g) => g * factor));
    };
    fc.assert(fc.property(gradients, norm, property), { seed: 1 });
  });

  it('leaves smaller gradients as they are, to the bit', () => {
    const property = (numbers: number[][], room: number) => {
      const params = paramsWith(numbers);
      clipGradNorm(params, gradNorm(params) + 2e-6 + room);
      expect(numbersIn(params)).toEqual(numbers.flat());
    };
    fc.assert(fc.property(gradients, norm, property), { seed: 1 });
  });

  it.each([
    ['NaN', Number.NaN],
    ['infinite', Number.NEGATIVE_INFINITY],
  ])('leaves gradients whose norm is %s as they are, and returns it', (_, bad) => {
    for (const p of [1, 2, 3, Number.POSITIVE_INFINITY]) {
      const params = paramsWith([[3, bad], [4]]);
      expect(clipGradNorm(params, 1, p)).toBe(Math.abs(bad));
      expect(numbersIn(params)).toEqual([3, bad, 4]);
    }
  });

  it('of no gradients at all is 0', () => {
    expect(clipGradNorm(paramsWith([]), 1)).toBe(0);
  });

  it('is noticed by a graph that has kept the gradient', () => {
    const params = paramsWith([[3, 4]]);
    const grad = params[0].grad as Tensor;
    grad.requiresGrad = true;
    const square = grad.mul(grad).sum();
    clipGradNorm(params, 1);
    expect(() => square.backward()).toThrow(/was changed in place/);
  });
});

describe('clipping values', () => {
  it('cuts off each element by itself', () => {
    const property = (numbers: number[][], most: number) => {
      const params = paramsWith(numbers);
      clipGradValue(params, most);
      const expected = numbers.flat().map((g) => (Math.abs(g) > most ? Math.sign(g) * most : g));
      expect(numbersIn(params)).toEqual(expected);
    };
    fc.assert(fc.property(gradients, norm, property), { seed: 1 });
  });

  it('keeps NaN, which would be lost as a bound', () => {
    const params = paramsWith([[Number.NaN, Number.POSITIVE_INFINITY]]);
    clipGradValue(params, 1);
    expect(numbersIn(params)).toEqual([Number.NaN, 1]);
  });
});
