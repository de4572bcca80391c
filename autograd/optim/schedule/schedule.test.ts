import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosine, exponential, type Schedule, stepDecay, warmUp } from '#autograd/optim';

const steps = fc.integer({ min: 1, max: 50 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

function expectToFall(schedule: Schedule, count: number): void {
  const rates = Array.from({ length: count + 1 }, (_, t) => schedule(t));
  expect(rates).toEqual(rates.toSorted((a, b) => b - a));
}

describe('a schedule', () => {
  it('depends on the step alone, so a training can begin anywhere', () => {
    const make = () => warmUp({ steps: 3, start: 0 }, cosine({ steps: 5 }));
    const backwards = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map(make()).reverse();
    expect(backwards).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(make()));
  });

  it('that decays begins with 1 and falls', () => {
    const property = (count: number, rest: number) => {
      for (const schedule of [
        cosine({ steps: count, minimum: rest }),
        stepDecay({ every: count, factor: rest }),
        exponential({ factor: rest }),
      ]) {
        expect(schedule(0)).toBe(1);
        expectToFall(schedule, count);
      }
    };
    fc.assert(fc.property(steps, share, property), { seed: 1 });
  });
});

describe('a warm-up', () => {
  it('rises from its start to the beginning of what follows', () => {
    const property = (count: number, start: number) => {
      const schedule = warmUp({ steps: count, start }, cosine({ steps: 10 }));
      expect(schedule(0)).toBe(start);
      expectToFall((t) => -schedule(t), count - 1);
      expect([schedule(count), schedule(count + 5)]).toEqual([1, cosine({ steps: 10 })(5)]);
    };
    fc.assert(fc.property(steps, share, property), { seed: 1 });
  });

  it('ends where the other begins, even with a jump', () => {
    expect([0, 1, 2, 3].map(warmUp({ steps: 2, start: 0 }, () => 0.1))).toEqual([0, 0.5, 0.1, 0.1]);
  });

  it('is followed by 1 unless stated', () => {
    expect([0, 1, 2, 1000].map(warmUp({ steps: 2, start: 0 }))).toEqual([0, 0.5, 1, 1]);
  });
});
