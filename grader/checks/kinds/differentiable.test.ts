import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, matmul, mul, relu, sub, type Tensor, tanh, tensor, transpose, zeros } from '#autograd';
import type { Plain } from '../../model/plain.ts';
import { localSubject } from '../local-subject.ts';
import { about, always, counterexampleOf, counting, endingAfter, verdictOn } from '../testing/asking.ts';
import { differentiable } from './differentiable.ts';

interface Parameters {
  W: Tensor;
  b: Tensor;
}
type Layer = (x: Tensor, p: Parameters) => unknown;

const forward = (x: Tensor, { W, b }: Parameters): Tensor => tanh(add(matmul(x, transpose(W, 0, 1)), b));
const solution = { layer: forward };

const entry = fc.integer({ min: -100, max: 100 }).map((n) => n / 100);
const row = (n: number) => fc.array(entry, { minLength: n, maxLength: n });
const matrix = (n: number, m: number) =>
  fc.array(row(m), { minLength: n, maxLength: n }).map((rows) => tensor(rows));
const check = differentiable<typeof solution, 'layer'>({
  ...about,
  call: 'layer',
  names: ['x', 'p'],
  given: fc.tuple(matrix(2, 3), fc.record({ W: matrix(3, 3), b: row(3).map((numbers) => tensor(numbers)) })),
});

/** The same numbers with another gradient: `value` where nothing is differentiated, the slopes of `slopes`. */
const withSlopes = (value: Tensor, slopes: Tensor): Tensor => add(slopes, sub(value, slopes).detach());

describe('a result that the engine can differentiate', () => {
  it('is accepted, by this way or another', async () => {
    const other: Layer = (x, { W, b }) =>
      tanh(transpose(add(matmul(W, transpose(x, 0, 1)), b.unsqueeze(1)), 0, 1));
    for (const layer of [forward, other])
      expect(await verdictOn(check, { layer }, solution)).toEqual({ kind: 'passed' });
  });

  const wrong: [name: string, layer: Layer][] = [
    ['zero', (x, p) => withSlopes(forward(x, p), mul(forward(x, p), 0))],
    ['off by 1e-5', (x, p) => withSlopes(forward(x, p), mul(forward(x, p), 1 + 1e-5))],
    ['transposed', (x, p) => withSlopes(forward(x, p), forward(x, { ...p, W: transpose(p.W, 0, 1) }))],
    ['without one argument', (x, p) => forward(x, { ...p, b: p.b.detach() })],
    ['without the first argument', (x, p) => forward(x.detach(), p)],
    ['doubled', (x, p) => withSlopes(forward(x, p), mul(forward(x, p), 2))],
    [
      'right for an upstream of ones alone',
      (x, p) => withSlopes(forward(x, p), mul(forward(x, p).sum(), 1 / 6).expand([2, 3])),
    ],
  ];
  for (const [name, layer] of wrong)
    it(`is rejected when its gradient is ${name}`, async () => {
      expect((await verdictOn(check, { layer }, solution)).kind).toBe('failed');
    });

  it('is not one that is cut from the graph', async () => {
    const verdict = await verdictOn(
      check,
      { layer: (x: Tensor, p: Parameters) => forward(x, p).detach() },
      solution,
    );
    expect(verdict).toMatchObject({ kind: 'threw', message: expect.stringContaining('cut from the graph') });
  });

  it('is not one of another shape or structure', async () => {
    for (const layer of [
      (x: Tensor, p: Parameters) => [forward(x, p), forward(x, p)],
      (x: Tensor, p: Parameters) => forward(x, p).sum(0),
    ])
      expect((await verdictOn(check, { layer }, solution)).kind).toBe('failed');
  });

  it('tells when the result itself is wrong', async () => {
    const layer: Layer = (x, p) => add(forward(x, p), 1); // its gradient is right
    expect(await verdictOn(check, { layer }, solution)).toMatchObject({
      kind: 'failed',
      why: 'the result itself: the value differs',
    });
  });

  it('shows yours beside the numeric one, by the names of the arguments', async () => {
    const layer: Layer = (x, p) => forward(x, { ...p, b: p.b.detach() });
    const rows = counterexampleOf(await verdictOn(check, { layer }, solution)).gradient!;
    expect(rows[0]).toMatchObject({
      entry: expect.stringMatching(/^p\.b\[\d\]$/),
      yours: '0',
      relativeError: 1,
    });
    expect(Number(rows[0]!.numeric)).not.toBe(0);
  });
});

describe('an answer that is no value with gradients', () => {
  const right = { value: zeros([2, 3]), gradients: [zeros([2, 3]), zeros([3, 3]), zeros([3])] };
  const answers: [name: string, answer: Plain][] = [
    ['nothing', undefined],
    ['null', null],
    ['a number', 1],
    ['a list', [1]],
    ['no gradients', { value: right.value }],
    ['gradients that are no list', { ...right, gradients: 5 }],
    ['gradients that are numbers', { ...right, gradients: [1, 2, 3] }],
    ['a gradient too few', { ...right, gradients: right.gradients.slice(1) }],
    ['gradients of other shapes', { ...right, gradients: [zeros([3, 2]), zeros([3, 3]), zeros([3])] }],
    ['gradients of NaN', { ...right, gradients: right.gradients.map((g) => mul(g, Number.NaN)) }],
    ['all zeros', right],
  ];
  for (const [name, value] of answers)
    it(`${name} fails`, async () => {
      expect((await verdictOn(check, always({ kind: 'answer', value }), solution)).kind).toBe('failed');
    });

  it('an untouched stub and a guest that dies give their verdicts', async () => {
    const stub = { kind: 'not-implemented', what: 'layer' } as const;
    expect(await verdictOn(check, always(stub), solution)).toEqual(stub);
    const dying = endingAfter(4, { kind: 'timeout', ms: 9 }, solution);
    expect(await verdictOn(check, dying, solution)).toMatchObject({
      kind: 'timeout',
      counterexample: { replay: { path: '4' } },
    });
    expect((await verdictOn(check, endingAfter(4, undefined, solution), solution)).kind).toBe('crashed');
  });
});

describe('draws that cannot be judged', () => {
  const ramp = { ramp: (x: Tensor) => relu(x) };
  const at = (given: fc.Arbitrary<number>) =>
    differentiable<typeof ramp, 'ramp'>({
      ...about,
      call: 'ramp',
      names: ['x'],
      given: fc.tuple(given.map((x) => tensor([x]))),
    });

  it('at a kink are drawn again: another slope there costs nothing', async () => {
    const leaky = { ramp: (x: Tensor) => (x.data[0] === 0 ? mul(x, 1) : relu(x)) };
    const subject = counting(localSubject(leaky));
    expect(await verdictOn(at(fc.constantFrom(0, 1, 2)), subject, ramp)).toEqual({ kind: 'passed' });
    expect(subject.inputs).toBe(30); // each once for the result, once for its gradient
  });

  for (const [name, place] of [
    ['at a kink', 0],
    ['where all is flat', -1],
    ['where all is tiny', 1],
  ] as const)
    it(`${name} are inconclusive when there are no others`, async () => {
      const tiny = { ramp: (x: Tensor) => mul(relu(x), 1e-7) };
      const reference = name === 'where all is tiny' ? tiny : ramp;
      for (const student of [ramp, { ramp: (x: Tensor) => mul(x, 0) }])
        expect((await verdictOn(at(fc.constant(place)), student, reference)).kind).toBe('inconclusive');
    });

  it('are decided by the solution alone: a flat or non-finite submission fails on the others', async () => {
    for (const factor of [0, Number.NaN])
      expect(
        (await verdictOn(at(fc.constantFrom(-1, 0, 1)), { ramp: (x: Tensor) => mul(x, factor) }, ramp)).kind,
      ).toBe('failed');
  });

  it('a solution that is cut from the graph is a fault of the exercise', async () => {
    await expect(
      verdictOn(at(fc.constant(1)), ramp, { ramp: (x: Tensor) => relu(x).detach() }),
    ).rejects.toThrow('cut from the graph');
  });
});
