import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Tensor, tensor } from '#autograd';
import { about, always, counterexampleOf, verdictOn } from '../testing/asking.ts';
import { unchanged } from './unchanged.ts';

interface Parameters {
  W: Tensor;
  b: number[];
  cache?: number;
}
const solution = { step: (x: Tensor, p: Parameters): number => x.data[0]! + p.W.data[0]! };
const check = unchanged<typeof solution, 'step'>({
  ...about,
  call: 'step',
  names: ['x', 'p'],
  given: fc.integer({ min: 1, max: 9 }).map((n): [Tensor, Parameters] => [
    tensor([[n, 0]]),
    {
      W: tensor([
        [n, 1],
        [2, n],
      ]),
      b: [n, 0],
    },
  ]),
});

describe('unchanged arguments', () => {
  it('are accepted, whatever the answer', async () => {
    for (const step of [solution.step, () => undefined])
      expect(await verdictOn(check, { step }, solution)).toEqual({ kind: 'passed' });
  });

  const wrong: [name: string, step: (x: Tensor, p: Parameters) => unknown, at: string][] = [
    ['a number of a tensor', (x) => x.data.set([7], 1), 'x[0, 1]'],
    ['a tensor inside an object', (_, { W }) => W.data.set([9.5], 2), 'p.W[1, 0]'],
    ['the last bit', (x) => x.data.set([x.data[0]! * (1 + 2 ** -52)]), 'x[0, 0]'],
    ['the sign of zero', (x) => x.data.set([-0], 1), 'x[0, 1]'],
    ['a list that grows', (_, { b }) => b.push(1), 'p.b'],
    ['a list that is sorted', (_, { b }) => b.sort(), 'p.b[0]'],
    ['another tensor', (_, p) => Object.assign(p, { W: tensor([1]) }), 'p.W'],
    ['a key that goes', (_, p) => Reflect.deleteProperty(p, 'b'), 'p.b'],
    ['a key that comes', (_, p) => Object.assign(p, { cache: 1 }), 'p.cache'],
  ];
  for (const [name, step, at] of wrong)
    it(`are not: ${name}`, async () => {
      const verdict = await verdictOn(check, { step }, solution);
      expect(verdict).toMatchObject({ kind: 'failed', why: 'the call changed its argument' });
      expect(counterexampleOf(verdict).at).toBe(at);
    });

  it('a key that comes is shown as it came', async () => {
    const step = (_: Tensor, p: Parameters) => Object.assign(p, { cache: 1 });
    expect(counterexampleOf(await verdictOn(check, { step }, solution))).toMatchObject({
      got: '1',
      expected: 'undefined',
    });
  });

  it('must be told of', async () => {
    expect((await verdictOn(check, always({ kind: 'answer', value: 1 }), solution)).kind).toBe('failed');
    const stub = { kind: 'not-implemented', what: 'step' } as const;
    expect(await verdictOn(check, always(stub), solution)).toEqual(stub);
  });
});
