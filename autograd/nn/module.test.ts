import { describe, expect, it } from 'vitest';
import { seededRng, type Tensor, zeros } from '#autograd';
import { Linear, Module } from '#autograd/nn';

const rng = seededRng(1);

class TwoLayers extends Module {
  first = new Linear(2, 3, { rng });
  others = [new Linear(3, 3, { rng, bias: false }), new Linear(3, 1, { rng })];
  again = this.first;
  scale: Tensor | null = null;
}

describe('a module', () => {
  it('finds its parameters in properties, lists and modules inside', () => {
    expect(Object.keys(new Linear(2, 3, { rng }).namedParameters())).toEqual(['weight', 'bias']);
    expect(Object.keys(new TwoLayers().namedParameters())).toEqual([
      'first.weight',
      'first.bias',
      'others.0.weight',
      'others.1.weight',
      'others.1.bias',
      'again.weight',
      'again.bias',
    ]);
  });

  it('counts a parameter that two modules share once', () => {
    expect(new TwoLayers().parameters()).toHaveLength(5);
  });

  it('switches training off and on for all modules inside', () => {
    const model = new TwoLayers().eval();
    expect([model.training, model.others[1].training]).toEqual([false, false]);
    expect(model.train().others[1].training).toBe(true);
  });
});

describe('a state dict', () => {
  it('is a copy that goes back in to the bit', () => {
    const model = new Linear(2, 3, { rng });
    const state = model.stateDict();
    const before = model.weight.toArray();
    model.loadStateDict({ weight: zeros([3, 2]), bias: zeros([3]) });
    expect(model.weight.toArray()).toEqual(zeros([3, 2]).toArray());
    expect(model.loadStateDict(state).weight.toArray()).toEqual(before);
  });

  it('that does not fit lists every reason and changes nothing', () => {
    const model = new Linear(2, 3, { rng });
    const before = model.weight.toArray();
    const load = () => model.loadStateDict({ weight: zeros([2, 3]), wieght: zeros([3]) });
    expect(load).toThrow(
      [
        'loadStateDict: the weights do not fit Linear.',
        'missing: bias [3]',
        'unexpected: wieght [3]',
        'other shape: weight is [2, 3], the module has [3, 2]',
        'Nothing was loaded. Was the module made with the same options as the one that was saved?',
      ].join('\n  '),
    );
    expect(model.weight.toArray()).toEqual(before);
  });
});
