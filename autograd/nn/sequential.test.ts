import { describe, expect, it } from 'vitest';
import { seededRng, tanh, tensor } from '#autograd';
import { Dropout, Embedding, Linear, Sequential } from '#autograd/nn';

const rng = seededRng(1);

describe('Sequential', () => {
  const inner = new Sequential(new Linear(3, 3, { rng, bias: false }), new Dropout(0.5, { rng }));
  const model = new Sequential(new Embedding(5, 2, { rng }), new Linear(2, 3, { rng }), tanh, inner);

  it('names parameters as PyTorch does, a function holding its place', () => {
    expect(Object.keys(model.namedParameters())).toEqual(['0.weight', '1.weight', '1.bias', '3.0.weight']);
  });

  it('counts on beyond 9', () => {
    const many = new Sequential(...new Array(10).fill(tanh), new Linear(1, 1, { rng, bias: false }));
    expect(Object.keys(many.namedParameters())).toEqual(['10.weight']);
  });

  it('runs its steps in their order', () => {
    const steps = new Sequential(
      (x) => x.add(1),
      (x) => x.mul(2),
    );
    expect(steps.forward(tensor(3)).item()).toBe(8);
    expect(new Sequential().forward(tensor(3)).item()).toBe(3);
  });

  it('switches training for all of its modules', () => {
    const ids = tensor([1, 4]);
    model.eval();
    expect(inner.steps.map((step) => 'training' in step && step.training)).toEqual([false, false]);
    expect(model.forward(ids).toArray()).toEqual(model.forward(ids).toArray());
    expect(model.forward(ids).shape).toEqual([2, 3]);
  });
});
