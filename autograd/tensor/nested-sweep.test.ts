import { describe, expect, it } from 'vitest';
import { add, grad, mul, pow, sum, type Tensor, tensor, zeroGrad } from '#autograd';
import { customOp } from '#autograd/extend';

const leaf = (nested: Parameters<typeof tensor>[0]) => tensor(nested, { requiresGrad: true });

/** x → x, whose pull-back differentiates something else before it passes the gradient on. */
const meanwhile = (task: () => void) =>
  customOp({
    name: 'meanwhile',
    forward: (x: Tensor) => x,
    vjp: (dy) => {
      task();
      return dy;
    },
  });

describe('a sweep inside a sweep', () => {
  it('over the same graph disturbs neither', () => {
    const x = leaf(2);
    const square = mul(x, x);
    const cube = mul(square, x);
    const inner: number[] = [];
    const op = meanwhile(() => inner.push(grad(cube, [x])[0].item(), grad(cube, [square])[0].item()));
    add(op(square), cube).backward();
    expect(inner).toEqual([12, 2]);
    expect(x.grad?.item()).toBe(4 + 12);
  });

  it('that throws leaves the outer one whole', () => {
    const x = leaf(3);
    const square = mul(x, x);
    const failing = meanwhile(() => {
      expect(() => grad(tensor(1), [x])).toThrow(TypeError);
      expect(() => grad(square, [tensor(1)])).toThrow(TypeError);
    });
    mul(failing(square), square).backward();
    expect(x.grad?.item()).toBe(4 * 27);
  });

  it('works at any depth', () => {
    const x = leaf(2);
    const depths: number[] = [];
    let y = mul(x, x);
    for (let depth = 0; depth < 4; depth++) {
      const inside = y;
      y = meanwhile(() => depths.push(grad(inside, [x])[0].item()))(y);
    }
    y.backward();
    expect([new Set(depths), depths.length, x.grad?.item()]).toEqual([new Set([4]), 15, 4]);
  });

  it('finds no gradient of the outer one', () => {
    const x = leaf(2);
    const y = mul(x, 3);
    const other = mul(leaf(5), 2);
    const seen: number[] = [];
    const op = meanwhile(() => seen.push(grad(other, [y])[0].item()));
    add(op(y), y).backward();
    expect([seen, x.grad?.item()]).toEqual([[0], 6]);
  });
});

describe('orders', () => {
  it('up to the sixth are those of the polynomial', () => {
    const x = leaf(1);
    let y: Tensor = pow(x, 6);
    const slopes = [1, 2, 3, 4, 5, 6].map(() => {
      [y] = grad(y, [x], { createGraph: true });
      return Math.round(y.item() * 1e6) / 1e6;
    });
    expect(slopes).toEqual([6, 30, 120, 360, 720, 720]);
  });

  it('of a graph that is swept again and again agree', () => {
    const x = leaf([1, 2]);
    const [dx] = grad(sum(pow(x, 3)), [x], { createGraph: true });
    const twice = () => grad(sum(dx), [x])[0].toArray();
    expect([twice(), twice()]).toEqual([
      [6, 12],
      [6, 12],
    ]);
  });
});

describe('zeroGrad', () => {
  it('forgets gradients, so that the next backward begins anew', () => {
    const params = [leaf(2), leaf(3)];
    const step = () => mul(params[0], params[1]).backward();
    step();
    zeroGrad(params);
    expect(params.map((p) => p.grad)).toEqual([null, null]);
    step();
    expect(params.map((p) => p.grad?.item())).toEqual([3, 2]);
  });
});
