import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, type DType, type Floats, mul, sub, type Tensor, tensor, zeros } from '#autograd';
import { Adagrad, Adam, AdamW, cosine, type Kept, Optimizer, RMSprop, SGD } from '#autograd/optim';

/** Every optimiser, with and without its options; none of them decays weights. */
const OPTIMISERS: Record<string, (params: readonly Tensor[]) => Optimizer> = {
  SGD: (params) => new SGD(params, { lr: 0.3 }),
  'SGD with momentum': (params) => new SGD(params, { lr: 0.1, momentum: 0.8, dampening: 0.2 }),
  "SGD with Nesterov's momentum": (params) => new SGD(params, { lr: 0.1, momentum: 0.8, nesterov: true }),
  RMSprop: (params) => new RMSprop(params, { lr: 0.1, alpha: 0.9 }),
  'RMSprop with momentum': (params) => new RMSprop(params, { lr: 0.02, alpha: 0.9, momentum: 0.8 }),
  'RMSprop, centered': (params) => new RMSprop(params, { lr: 0.02, alpha: 0.9, eps: 0.01, centered: true }),
  Adagrad: (params) => new Adagrad(params, { lr: 1 }),
  Adam: (params) => new Adam(params, { lr: 0.2 }),
  'Adam, amsgrad': (params) => new Adam(params, { lr: 0.2, betas: [0.9, 0.9], amsgrad: true }),
  AdamW: (params) => new AdamW(params, { lr: 0.2, weightDecay: 0 }),
};

const leaf = (numbers: number | number[], dtype?: DType) => tensor(numbers, { requiresGrad: true, dtype });

/** Three steps on ½ x². */
function threeSteps(make: (params: readonly Tensor[]) => Optimizer, dtype: DType): number[] {
  const x = leaf([1, -2, 0.5], dtype);
  const optimizer = make([x]);
  for (let step = 0; step < 3; step++) {
    x.grad = x.detach();
    optimizer.step();
  }
  return [...x.storage];
}

describe.each(Object.entries(OPTIMISERS))('%s', (_, make) => {
  it('comes to the bottom of a bowl', () => {
    const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(within(-2, 2), within(-2, 2), within(0.5, 2), (start, bottom, curvature) => {
        const x = leaf(start);
        const optimizer = make([x]);
        const [rate, schedule] = [optimizer.lr, cosine({ steps: 300 })];
        for (let step = 0; step < 300; step++) {
          optimizer.lr = rate * schedule(step);
          optimizer.zeroGrad();
          sub(x, bottom).pow(2).mul(curvature).sum().backward();
          optimizer.step();
        }
        expect(Math.abs(x.item() - bottom)).toBeLessThan(0.005);
      }),
      { numRuns: 4, seed: 1 },
    );
  });

  it('moves nothing at all when the gradient is 0', () => {
    const numbers = [0.1, -2, 1e-300];
    const x = leaf(numbers);
    x.grad = zeros([3]);
    make([x]).step();
    expect(x.toArray()).toEqual(numbers);
  });

  it('leaves a parameter without a gradient alone, and does not count the step', () => {
    const [x, still] = [leaf([1, 2]), leaf([3])];
    x.grad = tensor([1, 1]);
    const optimizer = make([x, still]);
    optimizer.step();
    expect(x.toArray()).not.toEqual([1, 2]);
    expect(still.toArray()).toEqual([3]);
    expect(optimizer.stateDict().numbers).toEqual({ lr: optimizer.lr, 'step.0': 1, 'step.1': 0 });
  });

  it('moves float32 as float64, but for the rounding', () => {
    const [single, double] = [threeSteps(make, 'float32'), threeSteps(make, 'float64')];
    single.forEach((x, i) => {
      expect(x).toBe(Math.fround(x));
      expect(Math.abs(x - double[i])).toBeLessThan(1e-5);
    });
  });

  it('is noticed when it steps between a forward pass and its backward', () => {
    const w = leaf([1, 2]);
    w.grad = tensor([1, 1]);
    const [product, total] = [mul(w, w).sum(), add(w, 1).sum()];
    make([w]).step();
    expect(() => product.backward()).toThrow(/was changed in place/);
    expect(() => total.backward()).not.toThrow(); // the gradient of a sum needs no numbers
    expect(() => mul(w, w).sum().backward()).not.toThrow();
  });

  it('gives a copy of its state', () => {
    const x = leaf([1, 2]);
    x.grad = tensor([1, 1]);
    const optimizer = make([x]);
    optimizer.step();
    const { tensors } = optimizer.stateDict();
    const before = Object.values(tensors).map((kept) => kept.toArray());
    optimizer.step();
    expect(Object.values(tensors).map((kept) => kept.toArray())).toEqual(before);
  });
});

// PyTorch had no default before 2.0, so the goldens state it
it('SGD has the default rate of PyTorch', () => {
  expect(new SGD([leaf(1)]).lr).toBe(0.001);
});

/** Moves by the sign of the sum of all gradients so far. */
class OneWay extends Optimizer<{ lr: number }> {
  protected override initial(): Record<string, number> {
    return { total: 0 };
  }

  protected override update(x: Floats, g: Floats, { total }: Kept, t: number, { lr }: { lr: number }): void {
    for (let i = 0; i < x.length; i++) {
      total[i] += g[i];
      x[i] -= (lr / t) * Math.sign(total[i]);
    }
  }
}

it('a new optimiser says how it moves one parameter, and the rest is there', () => {
  const x = leaf([1, 1]);
  const optimizer = new OneWay([x], { lr: 1 });
  for (const g of [tensor([2, -2]), tensor([-1, 3])]) {
    x.grad = g;
    optimizer.step();
  }
  expect(x.toArray()).toEqual([1 - 1 - 0.5, 1 + 1 - 0.5]);
  expect(optimizer.stateDict().tensors['total.0'].toArray()).toEqual([1, 1]);
  expect(() => new OneWay([x], { lr: -1 })).toThrow('OneWay: lr is -1.');
});

describe('groups of parameters', () => {
  it('have options of their own, and rates in proportion to that of the optimiser', () => {
    const [weight, bias] = [leaf([1]), leaf([1])];
    for (const x of [weight, bias]) x.grad = tensor([1]);
    const groups = [{ params: [weight] }, { params: [bias], weightDecay: 0, lrScale: 0.5 }];
    const optimizer = new SGD(groups, { lr: 0.5, weightDecay: 1 });
    expect(optimizer.params).toEqual([weight, bias]);
    optimizer.lr = 0.25;
    optimizer.step();
    expect([weight.item(), bias.item()]).toEqual([1 - 0.25 * 2, 1 - 0.125]);
  });

  it('are checked like the options of all', () => {
    const groups = [{ params: [leaf([1])] }, { params: [leaf([1])], betas: [0.9, 1] as const }];
    expect(() => new Adam(groups)).toThrow(
      'Adam: betas is [0.9, 1].\n  It takes two numbers from 0 to below 1.',
    );
    expect(() => new SGD([{ params: [leaf([1])], lrScale: -1 }])).toThrow('SGD: lrScale is -1.');
  });
});

describe('parameters that cannot be optimised', () => {
  const w = leaf([1, 2]);

  it.each<[string, readonly Tensor[], string]>([
    ['none', [], 'SGD: there are no parameters to optimise in [].\n  model.parameters() gives them.'],
    ['one twice', [leaf([1]), w, w], 'SGD: parameter 2 is parameter 1 once more, and would be moved twice.'],
    ['no tensor', [w, 3 as never], 'SGD: takes a tensor, not 3.'],
    [
      'one that was computed',
      [w, mul(w, 2)],
      'SGD: parameter 1, of shape [2], was computed by mul, so backward leaves no gradient in it.',
    ],
  ])('%s', (_, params, why) => {
    expect(() => new SGD(params)).toThrow(why);
  });

  it('one that has been used in a computation is still a parameter', () => {
    mul(w, 2);
    expect(new SGD([w]).params).toEqual([w]);
  });

  it('a gradient of another shape: none has moved', () => {
    const [x, y] = [leaf([1]), leaf([1, 2])];
    [x.grad, y.grad] = [tensor([1]), tensor([1])];
    const optimizer = new SGD([x, y]);
    expect(() => optimizer.step()).toThrow(
      'SGD: parameter 1 is [2], its grad is [1].\n  No parameter was moved.',
    );
    expect(x.toArray()).toEqual([1]);
  });
});
