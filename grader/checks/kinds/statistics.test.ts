import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '#autograd';
import { about, verdictOn } from '../testing/asking.ts';
import { statistics } from './statistics.ts';

const COUNT = 4000;
const draws = (seed: number, of: (u: number, v: number) => number) => {
  const rng = seededRng(seed);
  return Array.from({ length: COUNT }, () => of(rng(), rng()));
};
const seeds = fc.tuple(fc.nat({ max: 1e6 }), fc.constantFrom(1, 2));

const uniform = { draw: (seed: number, width: number): number[] => draws(seed, (u) => width * (2 * u - 1)) };
const ofUniform = statistics<typeof uniform, 'draw'>({
  ...about,
  call: 'draw',
  names: ['seed', 'width'],
  given: seeds,
  sample: (answer) => answer,
  cdf: (x, _, width) => Math.min(1, Math.max(0, (x / width + 1) / 2)),
});

const masks = { draw: (seed: number): number[] => draws(seed, (u) => (u < 0.25 ? 0 : 4 / 3)) };
const ofMasks = statistics<typeof masks, 'draw'>({
  ...about,
  call: 'draw',
  names: ['seed'],
  given: fc.tuple(fc.nat({ max: 1e6 })),
  sample: (answer) => answer,
  cdf: (x) => (x < 0 ? 0 : x < 4 / 3 ? 0.25 : 1),
});

describe('statistics', () => {
  it('accept right draws on many seeds', async () => {
    for (let seed = 1; seed <= 50; seed++) {
      expect(await verdictOn(ofUniform, uniform, uniform, seed)).toEqual({ kind: 'passed' });
      expect(await verdictOn(ofMasks, masks, masks, seed)).toEqual({ kind: 'passed' });
    }
  });

  const wrong: [name: string, draw: (seed: number, width: number) => unknown][] = [
    ['a width that is off by a tenth', (seed, width) => draws(seed, (u) => 1.1 * width * (2 * u - 1))],
    ['numbers of one sign', (seed, width) => draws(seed, (u) => width * u)],
    ['the sum of two draws', (seed, width) => draws(seed, (u, v) => width * (u + v - 1))],
    ['always the same', (_, width) => new Array(COUNT).fill(width / 2)],
    ['no numbers', () => []],
    ['NaN', () => new Array(COUNT).fill(Number.NaN)],
    ['a text', () => 'uniform'],
  ];
  it.each(wrong)('reject %s', async (_, draw) => {
    expect((await verdictOn(ofUniform, { draw }, uniform)).kind).toBe('failed');
  });

  it.each([
    ['kept and dropped in exchange', (u: number) => (u < 0.25 ? 4 / 3 : 0)],
    ['another rate', (u: number) => (u < 0.35 ? 0 : 4 / 3)],
    ['kept without its factor', (u: number) => (u < 0.25 ? 0 : 1)],
    ['a little more than the factor', (u: number) => (u < 0.25 ? 0 : 4 / 3 + 1e-9)],
  ])('reject a mask with %s', async (_, of) => {
    const verdict = await verdictOn(ofMasks, { draw: (seed: number) => draws(seed, of) }, masks);
    expect(verdict).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/^of 4000 numbers .* expected about|never drawn/),
    });
  });
});
