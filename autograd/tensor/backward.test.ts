import { describe, expect, it } from 'vitest';
import { add, grad, matmul, mul, noGrad, sum, type Tensor, tanh, tensor, zeros } from '#autograd';

const leaf = (nested: Parameters<typeof tensor>[0]) => tensor(nested, { requiresGrad: true });

describe('backward', () => {
  it('of a value used twice is the sum of both gradients', () => {
    const x = leaf(3);
    add(mul(x, x), x).backward();
    expect(x.grad?.item()).toBe(7);
  });

  it('adds up in leaves over calls, and leaves nothing in between', () => {
    const x = leaf([1, 2]);
    const square = mul(x, x);
    sum(square).backward();
    sum(square).backward();
    expect(x.grad?.toArray()).toEqual([4, 8]);
    expect(square.grad).toBeNull();
  });

  it('of a leaf is the gradient that came in, in memory of its own', () => {
    const [x, y] = [leaf([1, 2]), leaf([3, 4])];
    const seed = tensor([5, 6]);
    add(x, y).backward(seed);
    x.grad!.data[0] = 9;
    expect([y.grad?.toArray(), seed.toArray()]).toEqual([
      [5, 6],
      [5, 6],
    ]);
  });

  it('scales with the gradient that comes in', () => {
    const slopes = (scale: number) => {
      const x = leaf([0.5, -1]);
      tanh(x).backward(tensor([scale, 2 * scale]));
      return x.grad!;
    };
    expect(slopes(8).toArray()).toEqual(slopes(1).mul(8).toArray());
  });

  it('comes through a chain of 100,000 ops', () => {
    const x = leaf(1);
    let y = x;
    for (let i = 0; i < 100_000; i++) y = add(y, 1);
    y.backward();
    expect(x.grad?.item()).toBe(1);
  });

  it('asks for a gradient where the output is no single number', () => {
    expect(() => leaf([1, 2]).backward()).toThrow(
      'backward: the output is [2], there is no gradient to start from.',
    );
    expect(() => leaf([1, 2]).backward(zeros([3]))).toThrow('the output is [2], the gradient is [3].');
  });

  it('refuses an output without a graph', () => {
    expect(() => tensor(1).backward()).toThrow(TypeError);
  });

  it('does not pass through detach or noGrad', () => {
    const x = leaf(2);
    mul(x, x.detach()).backward();
    expect(x.grad?.item()).toBe(2);
    expect(noGrad(() => mul(x, x)).requiresGrad).toBe(false);
  });

  it('reads a grad that was assigned, as after clipping', () => {
    const x = leaf(2);
    x.grad = tensor(10);
    mul(x, 3).backward();
    expect(x.grad.item()).toBe(13);
  });
});

describe('grad', () => {
  it('leaves every grad alone', () => {
    const x = leaf(2);
    expect(grad(mul(x, x), [x])[0].item()).toBe(4);
    expect(x.grad).toBeNull();
  });

  it('reaches intermediate tensors and gives zeros for unused ones', () => {
    const [x, unused] = [leaf([1, 2]), leaf([[1], [2]])];
    const h = mul(x, 3);
    const [dh, dUnused] = grad(sum(mul(h, h)), [h, unused]);
    expect([dh.toArray(), dUnused.toArray()]).toEqual([
      [6, 12],
      [[0], [0]],
    ]);
  });

  it('differentiates again and again with createGraph', () => {
    const x = leaf(2);
    let y: Tensor = mul(mul(x, x), mul(x, x));
    const slopes = [32, 48, 48, 24].map((expected) => {
      [y] = grad(y, [x], { createGraph: true });
      return [y.item(), expected];
    });
    for (const [found, expected] of slopes) expect(found).toBe(expected);
  });

  it('takes the gradient that comes in', () => {
    const A = leaf([
      [1, 2],
      [3, 4],
    ]);
    const gradOutputs = tensor([[1], [10]]);
    const [dA] = grad(matmul(A, tensor([[5], [6]])), [A], { gradOutputs });
    expect(dA.toArray()).toEqual([
      [5, 6],
      [50, 60],
    ]);
  });
});
