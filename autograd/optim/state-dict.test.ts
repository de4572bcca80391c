import { describe, expect, it } from 'vitest';
import { tensor, zeros } from '#autograd';
import { Adam, RMSprop, SGD } from '#autograd/optim';

const leaf = (numbers: number[]) => tensor(numbers, { requiresGrad: true });

describe('the state of an optimiser', () => {
  it("is plain data under PyTorch's names", () => {
    const x = leaf([1, 2]);
    x.grad = tensor([1, -1]);
    const optimizer = new RMSprop([x, leaf([3])], { alpha: 0.5, momentum: 0.5, centered: true });
    optimizer.step();
    const { tensors, numbers } = optimizer.stateDict();
    expect(Object.keys(tensors)).toEqual([
      ...['square_avg.0', 'grad_avg.0', 'momentum_buffer.0'],
      ...['square_avg.1', 'grad_avg.1', 'momentum_buffer.1'],
    ]);
    expect(tensors['grad_avg.0'].toArray()).toEqual([0.5, -0.5]);
    expect(numbers).toEqual({ lr: 0.01, 'step.0': 1, 'step.1': 0 });
  });

  it('has the dtype of the parameters', () => {
    const x = tensor([1], { dtype: 'float32', requiresGrad: true });
    const { tensors } = new Adam([x, leaf([1])]).stateDict();
    expect([tensors['exp_avg.0'].dtype, tensors['exp_avg.1'].dtype]).toEqual(['float32', 'float64']);
  });

  it('brings the rate back', () => {
    const optimizer = new SGD([leaf([1])], { lr: 0.1 });
    optimizer.lr = 0.05;
    expect(new SGD([leaf([1])], { lr: 0.1 }).loadStateDict(optimizer.stateDict()).lr).toBe(0.05);
  });

  it('that does not fit lists every reason and changes nothing', () => {
    const optimizer = new Adam([leaf([1, 2]), leaf([3])]);
    const before = optimizer.stateDict();
    const state = {
      tensors: { 'exp_avg.0': zeros([3]), 'exp_avg_sq.0': zeros([2]), 'momentum_buffer.0': zeros([2]) },
      numbers: { lr: null as never, 'step.0': 1.5, 'step.1': 2, 'step.2': 2 },
    };
    expect(() => optimizer.loadStateDict(state)).toThrow(
      new RangeError(
        [
          'loadStateDict: the state does not fit Adam.',
          'other: exp_avg.0 is [3], the optimizer has [2]',
          'missing: exp_avg.1 [1]',
          'missing: exp_avg_sq.1 [1]',
          'other: lr is null, the optimizer has a rate',
          'other: step.0 is 1.5, the optimizer has a count',
          'unexpected: momentum_buffer.0 [2]',
          'unexpected: step.2 a count',
          'Nothing was loaded. Was the optimizer made with the same options for the same parameters?',
        ].join('\n  '),
      ),
    );
    expect(optimizer.stateDict()).toEqual(before);
  });
});
