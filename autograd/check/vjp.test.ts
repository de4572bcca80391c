import { describe, expect, it } from 'vitest';
import { add, matmul, mul, noGrad, sum, type Tensor, tensor, zeros } from '#autograd';
import { mapTensors, tensorsIn, vjp } from '#autograd/check';

const nested = (ts: Tensor[]) => ts.map((t) => t.toArray());

describe('tensorsIn', () => {
  it('goes through arrays by index and objects by key, as written', () => {
    const value = [1, { b: tensor(1), a: [tensor(2), 'x'] }, null, tensor(3)];
    expect(nested(tensorsIn(value))).toEqual([1, 2, 3]);
  });
});

describe('mapTensors', () => {
  it('copies plain data with other tensors in it', () => {
    const value = { n: 2, xs: [tensor(1)] as const, none: undefined };
    const doubled = mapTensors(value, (t) => mul(t, 2));
    expect([doubled.n, doubled.xs[0].item(), 'none' in doubled]).toEqual([2, 2, true]);
  });
});

describe('vjp', () => {
  it('differentiates structured results by structured arguments', () => {
    const f = (x: Tensor, p: { W: Tensor; unused: Tensor }, scale: number) => ({
      y: mul(matmul(x, p.W), scale),
      parts: [sum(x)],
    });
    const args: Parameters<typeof f> = [tensor([[1, 2]]), { W: tensor([[3], [4]]), unused: zeros([2]) }, 10];
    const { value, gradients } = vjp(f, args, [tensor([[1]]), tensor(100)]);
    expect([value.y.toArray(), value.parts[0].item(), value.y.requiresGrad]).toEqual([[[110]], 3, false]);
    expect(nested(gradients)).toEqual([[[130, 140]], [[10], [20]], [0, 0]]);
  });

  it('leaves the arguments as they are', () => {
    const x = tensor([1, 2]);
    const inPlace = (t: Tensor) => {
      t.data[0] = 9;
      return mul(t, t);
    };
    vjp(inPlace, [x], [zeros([2])]);
    expect([x.toArray(), x.requiresGrad, x.grad]).toEqual([[1, 2], false, null]);
  });

  it('gives the cotangent back when an argument is returned', () => {
    expect(nested(vjp((x) => x, [tensor(1)], [tensor(7)]).gradients)).toEqual([7]);
  });

  it('records inside noGrad too', () => {
    const { gradients } = noGrad(() => vjp((x) => mul(x, 3), [tensor(1)], [tensor(1)]));
    expect(nested(gradients)).toEqual([3]);
  });

  it('names a result that is cut from the graph', () => {
    const cut = () => vjp((x) => [x, add(x.detach(), 1)], [tensor(1)], [tensor(1), tensor(1)]);
    expect(cut).toThrow(TypeError);
    expect(cut).toThrow('the result is cut from the graph: its tensor 2 of 2 does not need a gradient');
  });

  it('wants one cotangent of its shape for each tensor of the result', () => {
    expect(() => vjp((x) => x, [zeros([2])], [])).toThrow(RangeError);
    expect(() => vjp((x) => x, [zeros([2])], [zeros([3])])).toThrow('tensors [2]; cotangents are [3]');
  });

  it('has no gradients without tensors', () => {
    expect(vjp((n) => n + 1, [1], [])).toEqual({ value: 2, gradients: [] });
  });
});
