import { describe, expect, it } from 'vitest';
import { add, mul, randn, seededRng, type Tensor, tensor, zeros } from '#autograd';
import { gradcheck } from '#autograd/check';
import { LayerNorm, layerNorm } from '#autograd/nn';
import { expectClose } from './recurrent/testing/close.ts';

const rng = seededRng(1);

describe('layerNorm', () => {
  it('gives each example the mean 0 and the variance 1', () => {
    const y = layerNorm(add(mul(randn([4, 3, 5], rng), 7), 100), [3, 5]);
    expectClose(y.mean([1, 2]), zeros([4]), 1e-12);
    expectClose(y.var([1, 2], false, 0), [1, 1, 1, 1], 1e-6);
  });

  it('does not see a shift or a scale of an example, without eps', () => {
    const x = randn([2, 4], rng);
    const other = add(mul(x, tensor([[3], [0.1]])), tensor([[5], [-5]]));
    expectClose(layerNorm(other, 4, null, null, 0), layerNorm(x, 4, null, null, 0), 1e-12);
  });

  it('has the right gradients, twice', () => {
    const f = (x: Tensor, weight: Tensor, bias: Tensor) => layerNorm(x, 3, weight, bias);
    const inputs = [randn([2, 3], rng), randn([3], rng), randn([3], rng)];
    expect(gradcheck(f, inputs, { order: 2 })).toMatchObject({ verdict: 'pass' });
  });

  it('names the shapes when x does not end in that one', () => {
    expect(() => layerNorm(zeros([2, 3]), 2)).toThrow('layerNorm: x is [2, 3], normalizedShape is [2].');
    expect(() => layerNorm(zeros([3]), [2, 3])).toThrow('x is [3], normalizedShape is [2, 3].');
    expect(() => layerNorm(zeros([3]), [])).toThrow('normalizedShape is [].');
  });
});

describe('LayerNorm', () => {
  it('has the parameters that its options ask for', () => {
    const names = (options?: ConstructorParameters<typeof LayerNorm>[1]) =>
      Object.keys(new LayerNorm([2, 3], options).namedParameters());
    expect(names()).toEqual(['weight', 'bias']);
    expect(names({ bias: false })).toEqual(['weight']);
    expect(names({ elementwiseAffine: false })).toEqual([]);
    expect(new LayerNorm(3, { dtype: 'float32' }).weight?.dtype).toBe('float32');
  });

  it('does at first what the function does without parameters', () => {
    const x = randn([2, 3], rng);
    expect(new LayerNorm(3, { eps: 0.1 }).forward(x).toArray()).toEqual(
      layerNorm(x, 3, null, null, 0.1).toArray(),
    );
  });
});
