import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError, within } from './tolerance.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 });

describe('within a tolerance', () => {
  it('every number is close to itself, NaN and the infinities too', () => {
    fc.assert(fc.property(fc.double(), (x) => within()(x, x)));
  });

  it('no finite number is close to NaN or an infinity, in either role', () => {
    const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    fc.assert(fc.property(finite, odd, (x, y) => !within()(x, y) && !within()(y, x)));
  });

  it('the infinities differ from one another and from NaN', () => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const agreeing = odd.flatMap((x) => odd.filter((y) => within()(x, y)));
    expect(agreeing).toEqual(odd);
  });

  it('the boundary is absolute + relative · |expected|', () => {
    const same = within({ absolute: 0.5, relative: 0.25 });
    expect([same(5.5, 4), same(2.5, 4), same(-5.5, -4)]).toEqual([true, true, true]);
    expect([same(5.5000001, 4), same(2.4999999, 4), same(5.5, -4)]).toEqual([false, false, false]);
  });

  it('the default tells apart what differs by 2e-7 relative, and forgives 0.5e-7', () => {
    const large = finite.filter((x) => Math.abs(x) > 1);
    fc.assert(fc.property(large, (x) => within()(x * (1 + 0.5e-7), x) && !within()(x * (1 + 2e-7), x)));
  });

  it('a tolerance of nothing still takes -0 for 0', () => {
    expect(within({ absolute: 0, relative: 0 })(-0, 0)).toBe(true);
  });
});

describe('the relative error', () => {
  it('is |a − b| / |b|', () => expect(relativeError(5, -4)).toEqual({ relativeError: 2.25 }));

  it('is left out where it is no number', () => {
    const none = [
      relativeError(1, 0),
      relativeError(Number.NaN, 1),
      relativeError(1, Number.POSITIVE_INFINITY),
    ];
    expect(none).toEqual([{}, {}, {}]);
  });
});
