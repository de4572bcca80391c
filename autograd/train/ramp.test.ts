import { describe, expect, it } from 'vitest';
import { forcingRatio, sequenceLength } from '#autograd/train';

describe('a ramp', () => {
  it('goes either way, stays at its end, and is there at once with one epoch', () => {
    const ratios = [0, 1, 2, 3, 9].map((epoch) => forcingRatio(epoch, { start: 1, end: 0.25, epochs: 4 }));
    expect(ratios).toEqual([1, 0.75, 0.5, 0.25, 0.25]);
    expect(sequenceLength(0, { start: 5, end: 50, epochs: 1 })).toBe(50);
  });

  it('rounds lengths to whole steps', () => {
    expect([0, 1, 2, 3].map((epoch) => sequenceLength(epoch, { start: 5, end: 10, epochs: 4 }))).toEqual([
      5, 7, 8, 10,
    ]);
  });

  it('refuses epochs that do not exist', () => {
    const ramp = { start: 1, end: 0, epochs: 4 };
    for (const epoch of [-1, 0.5, Number.NaN])
      expect(() => forcingRatio(epoch, ramp)).toThrow(`forcingRatio: epoch ${epoch} of 4 does not exist.`);
    expect(() => sequenceLength(0, { ...ramp, epochs: 0 })).toThrow('sequenceLength: epoch 0 of 0');
  });
});
