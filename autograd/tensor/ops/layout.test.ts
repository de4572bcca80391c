import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concat,
  pad,
  randn,
  type Shape,
  seededRng,
  split,
  squeeze,
  stack,
  transpose,
  unsqueeze,
} from '#autograd';

/** Rank 1 to 6 with sizes 0 to 3, and one of its axes, counted from either end. */
const shapeAndAxis = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 })
  .chain((shape) => fc.tuple(fc.constant(shape), fc.integer({ min: -shape.length, max: shape.length - 1 })));

const random = (shape: Shape) => randn(shape, seededRng(1));
const always = (claim: (shape: number[], axis: number) => void) =>
  fc.assert(fc.property(shapeAndAxis, ([shape, axis]) => claim(shape, axis)));

describe('whatever the rank, the sizes and the axis', () => {
  it('concat undoes split', () =>
    always((shape, axis) => {
      const x = random(shape);
      const parts = split(x, Math.max(shape.at(axis)!, 1), axis);
      expect(concat(parts, axis).toArray()).toEqual(x.toArray());
    }));

  it('slice undoes pad', () =>
    always((shape, axis) => {
      const x = random(shape);
      const padded = pad(
        x,
        shape.map((_, a) => (a === axis || a === axis + shape.length ? [2, 1] : [0, 0])),
      );
      expect(padded.slice(axis, 2, -1).toArray()).toEqual(x.toArray());
    }));

  it('select gives back what was stacked', () =>
    always((shape, axis) => {
      const x = random(shape);
      expect(stack([x.neg(), x], axis).select(axis, 1).toArray()).toEqual(x.toArray());
    }));

  it('squeeze undoes unsqueeze, and transpose itself', () =>
    always((shape, axis) => {
      const x = random(shape);
      expect(squeeze(unsqueeze(x, axis), axis).toArray()).toEqual(x.toArray());
      expect(transpose(transpose(x, axis, 0), 0, axis).toArray()).toEqual(x.toArray());
    }));
});
