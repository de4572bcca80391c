import { describe, expect, it } from 'vitest';
import { add, matmul, mul, seededRng, sum, type Tensor, tanh, zeros } from '#autograd';
import { gradcheck } from '#autograd/check';
import { matmulWith, right, slope, T, tanhWith, toA, toB, x, y } from './testing/backwards.ts';

describe('gradcheck rejects a backward that', () => {
  let first: Tensor | null = null;
  const wrong: Record<string, [f: (...xs: Tensor[]) => unknown, inputs: Tensor[], reason: string]> = {
    'is zero': [tanhWith((dy) => mul(dy, 0)), [x], 'wrong'],
    'is off by a thousandth': [tanhWith((dy, y) => mul(mul(dy, slope(y)), 1.001)), [x], 'wrong'],
    'is right only when ones come in': [tanhWith((_dy, y) => slope(y)), [x], 'ignores upstream'],
    'adds a constant': [tanhWith((dy, y) => add(mul(dy, slope(y)), 1e-6)), [x], 'ignores upstream'],
    'is transposed': [tanhWith((dy, y) => T(mul(dy, slope(y)))), [x], 'wrong'],
    'forgets to transpose': [matmulWith((dy, a, b) => [matmul(dy, b), toB(dy, a)]), [x, y], 'wrong'],
    'forgets an input': [matmulWith((dy, _a, b) => [toA(dy, b), mul(dy, 0)]), [x, y], 'wrong'],
    'adds up twice': [tanhWith((dy, y) => mul(mul(dy, slope(y)), 2)), [x], 'wrong'],
    'takes the slope at x': [tanhWith((dy, _y, x) => mul(dy, slope(x))), [x], 'wrong'],
    'averages over the entries': [
      tanhWith((dy, y) => mul(sum(mul(dy, slope(y))).expand([2, 2]), 0.25)),
      [x],
      'wrong',
    ],
    'has another shape': [tanhWith((dy) => sum(dy)), [x], 'shape'],
    'is not finite': [tanhWith((dy) => mul(dy, Number.NaN)), [x], 'not finite'],
    'keeps the gradient of its first call': [
      tanhWith((dy, y) => {
        first ??= mul(dy, slope(y));
        return add(mul(dy, slope(y)), first);
      }),
      [x],
      'ignores upstream',
    ],
    'is another one every time': [
      tanhWith((dy, y) => mul(mul(dy, slope(y)), 1 + 1e-12 * Math.random())),
      [x],
      'nondeterministic',
    ],
    'is cut from the graph': [(t) => tanh(t.detach()), [x], 'missing'],
    'is wrong for f(x, x) only': [
      matmulWith((dy, a, b) => [a === b ? mul(dy, 0) : toA(dy, b), toB(dy, a)]),
      [x, y],
      'wrong',
    ],
    'writes where it should add': [
      tanhWith((dy, y, x) => (x.grad === null ? mul(dy, slope(y)) : mul(dy, 0))),
      [x],
      'wrong',
    ],
    'writes into what came from above': [
      tanhWith((dy, y) => {
        const dx = mul(dy, slope(y));
        dy.data.fill(0);
        return dx;
      }),
      [x],
      'wrong',
    ],
    'belongs to another forward than the one without a graph': [
      (t) => (t.requiresGrad ? right(t) : tanh(t).mul(2)),
      [x],
      'wrong',
    ],
  };

  for (const [how, [f, inputs, reason]] of Object.entries(wrong)) {
    it(how, () => {
      for (const seed of [1, 2, 3])
        expect(gradcheck(f, inputs, { seed })).toMatchObject({ verdict: 'fail', reason });
    });
  }

  it('is wrong in one entry of thousands', () => {
    const big = zeros([5000]);
    const rng = seededRng(4);
    for (let k = 0; k < big.size; k++) big.data[k] = 2 * rng() - 1;
    const f = tanhWith((dy, y) => {
      const dx = mul(dy, slope(y));
      dx.data[1234] *= 1.01;
      return dx;
    });
    const result = gradcheck(f, [big], { entries: 4 });
    expect(result).toMatchObject({ verdict: 'fail', reason: 'wrong' });
    expect(result).toHaveProperty('direction');
  });
});
