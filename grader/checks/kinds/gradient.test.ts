import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localSubject } from '../local-subject.ts';
import { about, always, counterexampleOf, counting, endingAfter, verdictOn } from '../testing/asking.ts';
import { gradient } from './gradient.ts';

/** L = dy · tanh(w · x) */
const inner = (w: number[], x: number[]) => w.reduce((sum, wi, i) => sum + wi * x[i]!, 0);
const slope = (w: number[], x: number[]) => 1 - Math.tanh(inner(w, x)) ** 2;

const solution = {
  forward: (w: number[], x: number[]) => Math.tanh(inner(w, x)),
  backward: (w: number[], x: number[], dy: number) => ({
    dw: x.map((xi) => dy * slope(w, x) * xi),
    dx: w.map((wi) => dy * slope(w, x) * wi),
  }),
};
type Solution = typeof solution;
type Backward = (w: number[], x: number[], dy: number) => unknown;

const entry = fc.integer({ min: -100, max: 100 }).map((n) => n / 100);
const vector = fc.array(entry, { minLength: 3, maxLength: 3 });
const check = gradient<Solution, 'backward'>({
  ...about,
  call: 'backward',
  names: ['w', 'x', 'dy'],
  given: fc.tuple(vector, vector, entry),
  claimed: ({ dw, dx }) => [...dw, ...dx],
  of: ({ forward }, w, x, dy) => ({
    f: (point) => dy * forward(point.slice(0, 3), point.slice(3)),
    at: [...w, ...x],
  }),
});

describe('a gradient', () => {
  it('is accepted when it is right', async () => {
    expect(await verdictOn(check, solution, solution)).toEqual({ kind: 'passed' });
  });

  const { backward } = solution;
  const wrong: [name: string, backward: Backward][] = [
    ['zero', (w, x) => ({ dw: x.map(() => 0), dx: w.map(() => 0) })],
    ['NaN', (w, x) => ({ dw: x.map(() => Number.NaN), dx: w.map(() => Number.NaN) })],
    ['the roles exchanged', (w, x, dy) => ({ dw: backward(w, x, dy).dx, dx: backward(w, x, dy).dw })],
    [
      'off by 1e-5',
      (w, x, dy) => ({ dw: backward(w, x, dy).dw.map((g) => g * (1 + 1e-5)), dx: backward(w, x, dy).dx }),
    ],
    ['right for an upstream of one only', (w, x) => backward(w, x, 1)],
    ['one argument missing', (w, x, dy) => ({ ...backward(w, x, dy), dx: w.map(() => 0) })],
    ['the slope of tanh forgotten', (w, x, dy) => ({ dw: x.map((v) => dy * v), dx: w.map((v) => dy * v) })],
    ['one entry wrong', (w, x, dy) => ({ ...backward(w, x, dy), dx: backward(w, x, dy).dx.with(2, 1) })],
    ['nothing', () => undefined],
    ['a list', (w, x, dy) => backward(w, x, dy).dw],
    ['an entry too few', (w, x, dy) => ({ ...backward(w, x, dy), dx: backward(w, x, dy).dx.slice(1) })],
    ['an object that claims a length', (w, x, dy) => ({ ...backward(w, x, dy), dx: { length: 2 ** 32 } })],
    ['texts', (w, x, dy) => ({ ...backward(w, x, dy), dx: backward(w, x, dy).dx.map(String) })],
  ];
  for (const [name, student] of wrong)
    it(`is rejected when it is ${name}`, async () => {
      const verdict = await verdictOn(check, { ...solution, backward: student }, solution);
      expect(verdict.kind).toBe('failed');
    });

  it('shows yours beside the numeric one, for the entries that differ', async () => {
    const zero = {
      ...solution,
      backward: (w: number[], x: number[], dy: number) => ({ ...backward(w, x, dy), dx: [0, 0, 0] }),
    };
    const verdict = await verdictOn(check, zero, solution);
    expect(verdict).toMatchObject({ why: 'the gradient differs from the numeric one' });
    const rows = counterexampleOf(verdict).gradient!;
    expect(rows[0]).toMatchObject({ yours: '0', relativeError: 1 });
    expect(rows.every(({ entry }) => ['∂/∂x3', '∂/∂x4', '∂/∂x5'].includes(entry))).toBe(true);
  });

  it('tells how a call ended', async () => {
    const stub = { kind: 'not-implemented', what: 'backward' } as const;
    expect(await verdictOn(check, always(stub), solution)).toEqual(stub);
    const dying = endingAfter(3, { kind: 'timeout', ms: 9 }, solution);
    expect((await verdictOn(check, dying, solution)).kind).toBe('timeout');
  });
});

describe('draws that cannot be judged', () => {
  const ramp = { f: (x: number) => Math.max(0, x), slope: (x: number) => (x > 0 ? 1 : 0) };
  const rampAt = (given: fc.Arbitrary<number>) =>
    gradient<typeof ramp, 'slope'>({
      ...about,
      call: 'slope',
      names: ['x'],
      given: fc.tuple(given),
      claimed: (answer) => [answer],
      of: ({ f }, x) => ({ f: ([t]) => f(t!), at: [x] }),
    });

  it('at a kink are drawn again: another slope there costs nothing', async () => {
    const check = rampAt(fc.constantFrom(0, 1, 2));
    const other = { ...ramp, slope: (x: number) => (x >= 0 ? 1 : 0) };
    const subject = counting(localSubject(other));
    expect(await verdictOn(check, subject, ramp)).toEqual({ kind: 'passed' });
    expect(subject.inputs).toBe(25);
  });

  for (const [name, place] of [
    ['at a kink', 0],
    ['where all is flat', -1],
  ] as const)
    it(`${name} are inconclusive when there are no others, whatever the submission answers`, async () => {
      for (const slope of [ramp.slope, () => 5, () => Number.NaN])
        expect((await verdictOn(rampAt(fc.constant(place)), { ...ramp, slope }, ramp)).kind).toBe(
          'inconclusive',
        );
    });

  it('are decided by the solution alone: a flat or non-finite submission fails on the others', async () => {
    for (const slope of [() => 0, () => Number.NaN, () => Number.POSITIVE_INFINITY])
      expect((await verdictOn(rampAt(fc.constantFrom(-1, 0, 1)), { ...ramp, slope }, ramp)).kind).toBe(
        'failed',
      );
  });

  it('the solution throwing is a fault of the exercise', async () => {
    const broken = {
      ...ramp,
      slope() {
        throw new Error('oops');
      },
    };
    await expect(verdictOn(rampAt(fc.constant(1)), ramp, broken)).rejects.toThrow('oops');
  });
});
