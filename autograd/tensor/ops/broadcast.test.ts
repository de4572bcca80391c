import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  expand,
  full,
  mul,
  ops,
  randn,
  type Shape,
  ShapeError,
  seededRng,
  sub,
  tensor,
  zeros,
} from '#autograd';

/** A shape, and one that broadcasts to it: axes in front left out, others made 1. */
const shapePair = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean()), { maxLength: 6 })
  .chain((axes) => fc.tuple(fc.constant(axes), fc.integer({ min: 0, max: axes.length })))
  .map(([axes, dropped]): [Shape, Shape] => [
    axes.map(([n]) => n),
    axes.slice(dropped).map(([n, repeated]) => (repeated ? 1 : n)),
  ]);

const random = (shape: Shape, seed = 1) => randn(shape, seededRng(seed));

describe('broadcasting', () => {
  it('[2, 1] with [3] sums the gradient back to [2, 1]', () => {
    const a = full([2, 1], 5, { requiresGrad: true });
    const b = tensor([1, 2, 3], { requiresGrad: true });
    mul(a, b).sum().backward();
    expect(a.grad?.toArray()).toEqual([[6], [6]]);
    expect(b.grad?.toArray()).toEqual([10, 10, 10]);
  });

  it('is the same as expanding both operands first', () => {
    fc.assert(
      fc.property(shapePair, ([big, small]) => {
        const [a, b] = [random(big), random(small, 2)];
        expect(sub(a, b).toArray()).toEqual(sub(a, expand(b, big)).toArray());
        expect(sub(b, a).toArray()).toEqual(sub(expand(b, big), a).toArray());
      }),
    );
  });

  it('gives every operand a gradient of its own shape', () => {
    fc.assert(
      fc.property(shapePair, ([big, small]) => {
        const a = zeros(big, { requiresGrad: true });
        const b = zeros(small, { requiresGrad: true });
        add(a, b).sum().backward();
        expect([a.grad?.shape, b.grad?.shape]).toEqual([big, small]);
        expect(b.grad?.sum().item()).toBe(a.size);
      }),
    );
  });

  it('takes a number on either side', () => {
    expect(sub(1, tensor([1, 2])).toArray()).toEqual([0, -1]);
    expect(tensor([1, 2]).sub(1).toArray()).toEqual([0, 1]);
    expect(add(1, 2).toArray()).toBe(3);
  });

  it('refuses sizes that differ and names both shapes, in every op', () => {
    for (const op of [ops.add, ops.sub, ops.mul, ops.div, ops.pow]) {
      const refused = () => op(zeros([2, 3]), zeros([4]));
      expect(refused).toThrow(ShapeError);
      expect(refused).toThrow(`${op.name}: shapes do not broadcast: a is [2, 3], b is [4].`);
    }
  });
});
