import { describe, expect, it } from 'vitest';
import { grad, mul, sum, type Tensor, tensor, zeros } from '#autograd';
import { gradcheck } from '#autograd/check';
import { customOp } from '#autograd/extend';

const leaf = (nested: Parameters<typeof tensor>[0]) => tensor(nested, { requiresGrad: true });

const cube = customOp({
  name: 'cube',
  doc: 'The third power of every element.',
  maths: 'y = x³',
  forward: (x: Tensor) => x.mul(x).mul(x),
  vjp: (dy, _y, x) => dy.mul(x).mul(x).mul(3),
  samples: (draw) => [[draw([2, 3])]],
});

describe('customOp', () => {
  it('has the gradient that its author gave', () => {
    const x = leaf([1, 2]);
    cube(x).sum().backward();
    expect(x.grad?.toArray()).toEqual([3, 12]);
  });

  it('can be differentiated again where its vjp is written in ops', () => {
    const x = leaf(2);
    const [slope] = grad(cube(x), [x], { createGraph: true });
    expect(grad(slope, [x])[0].item()).toBe(12);
  });

  it('carries its row, and samples that tests can be derived from', () => {
    expect([cube.name, cube.doc, cube.maths]).toEqual([
      'cube',
      'The third power of every element.',
      'y = x³',
    ]);
    for (const [x] of cube.samples((shape) => tensor([1, 2, 3, 4, 5, 6]).reshape(shape)))
      expect(gradcheck(cube, [x]).verdict).toBe('pass');
  });

  it('is caught by gradcheck when its vjp is wrong', () => {
    const wrong = customOp({
      name: 'wrong',
      forward: (x: Tensor) => mul(x, x),
      vjp: (dy, _y, x) => mul(dy, x),
    });
    expect(gradcheck(wrong, [tensor([1, 2])]).verdict).toBe('fail');
  });

  it('takes tensors in any place, in lists too, and options between', () => {
    const weighted = customOp({
      name: 'weighted',
      forward: (scale: number, xs: Tensor[], y: Tensor) =>
        xs
          .reduce((a, b) => a.add(b))
          .mul(y)
          .mul(scale),
      vjp: (dy, _y, scale, xs, y) => {
        const dx = dy.mul(y).mul(scale);
        return [...xs.map(() => dx), dy.mul(xs.reduce((a, b) => a.add(b))).mul(scale)];
      },
    });
    const [a, b, c] = [leaf(2), leaf(3), leaf(4)];
    weighted(10, [a, b], c).backward();
    expect([a, b, c].map((x) => x.grad?.item())).toEqual([40, 40, 50]);
  });

  it('returns several tensors, each with its own gradient', () => {
    const sumAndDifference = customOp({
      name: 'sumAndDifference',
      forward: (a: Tensor, b: Tensor) => [a.add(b).sum(), a.sub(b)],
      vjp: ([ds, dd], _ys, a) => [ds.expand(a.shape).add(dd), ds.expand(a.shape).sub(dd)],
    });
    const [a, b] = [leaf([1, 2]), leaf([3, 5])];
    const [s, d] = sumAndDifference(a, b);
    expect([s.item(), d.toArray()]).toEqual([11, [-2, -3]]);
    s.add(d.mul(tensor([10, 100])).sum()).backward();
    expect([a.grad?.toArray(), b.grad?.toArray()]).toEqual([
      [11, 101],
      [-9, -99],
    ]);
  });

  it('sends nothing where the vjp has null', () => {
    const half = customOp({
      name: 'half',
      forward: (a: Tensor, b: Tensor) => a.mul(b),
      vjp: () => [null, null],
    });
    const [a, b] = [leaf(2), leaf(3)];
    half(a, b).add(a).backward();
    expect([a.grad?.item(), grad(half(a, b), [b])[0].item()]).toEqual([1, 0]);
  });

  it('may return its input as it is', () => {
    const same = customOp({ name: 'same', forward: (x: Tensor) => x, vjp: (dy) => dy.mul(7) });
    const x = leaf([1, 2]);
    sum(same(x)).backward();
    expect(x.grad?.toArray()).toEqual([7, 7]);
  });

  it('says what is wrong with a gradient', () => {
    const giving = (dx: unknown) =>
      customOp({ name: 'odd', forward: (x: Tensor) => x.mul(2), vjp: () => dx as Tensor })(
        leaf([1, 2]),
      ).sum();
    expect(() => giving(zeros([3])).backward()).toThrow(
      'backward: the vjp of odd gave an input [2] float64 a gradient [3] float64.',
    );
    expect(() => giving(zeros([2], { dtype: 'float32' })).backward()).toThrow('a gradient [2] float32.');
    expect(() => giving([zeros([2]), null]).backward()).toThrow(
      'odd: its vjp gave 2 gradients for 1 tensors ([2]).',
    );
    expect(() => giving(undefined).backward()).toThrow('odd: its vjp gave undefined');
  });

  it('says what is wrong with a result', () => {
    const odd = customOp({ name: 'odd', forward: () => 3 as unknown as Tensor, vjp: (dy) => dy });
    expect(() => odd()).toThrow('odd: forward returned number, not a tensor or a list of tensors.');
  });
});
