import { describe, expect, it } from 'vitest';
import { tensor } from '#autograd';
import { passed } from './case.ts';
import { compare, within, withinUlps } from './compare.ts';
import { operatorOf } from './families.ts';
import { checkPytorch } from './pytorch.ts';

const near = within(1e-9, 1e-7);
const expected = [{ shape: [2], data: [1, 2] }];

describe('compare', () => {
  it('accepts the numbers within the tolerance, NaN for NaN and infinities for their own', () => {
    expect(compare([tensor([1, 2 + 1e-8])], expected, near)).toEqual(passed);
    const odd = [{ shape: [3], data: ['NaN', '-inf', 'Infinity'] }];
    const found = tensor([Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(compare([found], odd, near)).toEqual(passed);
  });

  it('says which element differs, or that a shape or an output does', () => {
    const why = (xs: number[] | number[][]) => compare([tensor(xs)], expected, near);
    expect(why([1, 2.1])).toEqual({ kind: 'failed', why: 'output 0: element 1 is 2.1, not 2' });
    expect(why([1, Number.NaN])).toEqual({ kind: 'failed', why: 'output 0: element 1 is NaN, not 2' });
    expect(why([[1, 2]])).toEqual({ kind: 'failed', why: 'output 0: the shape is [1,2], not [2]' });
    expect(compare([], expected, near)).toEqual({ kind: 'failed', why: '0 outputs came, 1 were expected' });
  });

  it('counts numbers of float32 between two of them, also across 0', () => {
    const next = 1 + 2 ** -23;
    expect([withinUlps(0)(next, 1), withinUlps(1)(next, 1)]).toEqual([false, true]);
    expect([withinUlps(1)(2 ** -149, -(2 ** -149)), withinUlps(2)(2 ** -149, -(2 ** -149))]).toEqual([
      false,
      true,
    ]);
  });
});

describe('a case of PyTorch', () => {
  const square = (slope: number, curvature: number) => ({
    id: 'square',
    op: 'square',
    sample: {
      input: { tensor: true, shape: [], dtype: 'float64', data: [3], requires_grad: true },
      args: [],
      kwargs: {},
    },
    outputs: [{ shape: [], data: [9] }],
    cotangents: [{ shape: [], data: [1] }],
    leaf_paths: [['input']],
    grads: [{ shape: [], data: [slope] }],
    hvp: { direction: [{ shape: [], data: [5] }], result: [{ shape: [], data: [curvature] }] },
  });

  it('passes only with the right gradient and the right Hessian-vector product', () => {
    expect(checkPytorch(square(6, 10))).toEqual(passed);
    expect(checkPytorch(square(6.1, 10))).toMatchObject({ why: 'gradient 0: element 0 is 6, not 6.1' });
    expect(checkPytorch(square(6, 11))).toMatchObject({
      why: 'Hessian-vector product 0: element 0 is 10, not 11',
    });
  });
});

describe('an operator that nobody has written', () => {
  it('is an error, not a case left out', () => {
    const callers = { map: () => 1, pair: () => 2 };
    expect(() => operatorOf('Fourier', {}, callers)).toThrow('no operator Fourier');
  });
});
