import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumsum, flip, ops, permute, randn, type Shape, seededRng, type Tensor } from '#autograd';

/** Rank 1 to 6 with sizes 0 to 3, and one of its axes. */
const shapeAndAxis = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 })
  .chain((shape) => fc.tuple(fc.constant(shape), fc.integer({ min: 0, max: shape.length - 1 })));

const random = (shape: Shape) => randn(shape, seededRng(1));
const { sum, mean, var: variance, norm, prod, logSumExp, max, min, argmax } = ops;

describe('a reduction along an axis', () => {
  for (const op of [sum, mean, variance, norm, prod, logSumExp, max, min, argmax]) {
    const hasValueOfNothing = ![max, min, argmax].includes(op as typeof max);

    it(`counts it from either end, and keeps or drops it: ${op.name}`, () => {
      fc.assert(
        fc.property(shapeAndAxis, ([shape, axis]) => {
          fc.pre(hasValueOfNothing || shape[axis] > 0);
          const x = random(shape);
          expect(op(x, axis).shape).toEqual(shape.toSpliced(axis, 1));
          expect(op(x, axis - shape.length, true).shape).toEqual(shape.with(axis, 1));
          expect([...op(x, axis).data]).toEqual([...op(x, axis - shape.length, true).data]);
        }),
      );
    });

    it(`has a gradient of the operand's shape: ${op.name}`, () => {
      if (op.discrete) return;
      fc.assert(
        fc.property(shapeAndAxis, ([shape, axis]) => {
          fc.pre(hasValueOfNothing || shape[axis] > 0);
          const x = randn(shape, seededRng(1), { requiresGrad: true });
          sum(op(x, axis) as Tensor).backward();
          expect(x.grad?.shape).toEqual(shape);
        }),
      );
    });
  }

  it('is the same over all axes as over the flat tensor', () => {
    fc.assert(
      fc.property(shapeAndAxis, ([shape]) => {
        const x = random(shape);
        for (const op of [sum, norm, logSumExp])
          expect(op(x).item()).toBeCloseTo(op(x.reshape([-1]), 0).item(), 12);
      }),
    );
  });
});

describe('an op that keeps the shape', () => {
  it('flip twice changes nothing', () => {
    fc.assert(
      fc.property(shapeAndAxis, ([shape, axis]) => {
        const x = random(shape);
        expect(flip(flip(x, axis), axis - shape.length).toArray()).toEqual(x.toArray());
      }),
    );
  });

  it('cumsum ends with the sum', () => {
    fc.assert(
      fc.property(shapeAndAxis, ([shape, axis]) => {
        fc.pre(shape[axis] > 0);
        const x = random(shape);
        const last = cumsum(x, axis).select(axis, -1);
        for (const [i, y] of last.data.entries()) expect(y).toBeCloseTo(sum(x, axis).data[i], 12);
      }),
    );
  });

  it('permute puts back what its inverse moved', () => {
    fc.assert(
      fc.property(shapeAndAxis, ([shape, first]) => {
        const x = random(shape);
        const order = [first, ...[...shape.keys()].filter((axis) => axis !== first)];
        const inverse = order.map((_, axis) => order.indexOf(axis));
        expect(permute(permute(x, order), inverse).toArray()).toEqual(x.toArray());
      }),
    );
    expect(() => permute(random([2, 3]), [0])).toThrow('permute: [0] does not name all axes: x is [2, 3].');
  });
});
