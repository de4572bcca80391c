import { describe, expect, it } from 'vitest';
import { add, matmul, mul, relu, sum, type Tensor, tanh, tensor, transpose } from '#autograd';
import { gradcheck } from '#autograd/check';
import { binary, type Pair, unary } from '../tensor/ops/op.ts';

const x = tensor([
  [0.3, -0.7],
  [1.1, 0.4],
]);
const y = tensor([
  [0.9, 0.2],
  [-0.5, 1.3],
]);

/** tanh, and the matrix product, with a backward of one's own. */
const tanhWith = (vjp: (dy: Tensor, y: Tensor) => Tensor) =>
  unary({
    name: 'tanh',
    doc: '',
    maths: '',
    samples: () => [],
    forward: (t) => tanh(t).detach(),
    vjp: (dy, y) => vjp(dy, y),
  });
const matmulWith = (vjp: Pair) =>
  binary({
    name: 'matmul',
    doc: '',
    maths: '',
    samples: () => [],
    forward: (a, b) => matmul(a, b).detach(),
    vjp,
  });

const slope = (y: Tensor) => mul(y, y).neg().add(1);
const T = (t: Tensor) => transpose(t, 0, 1);
const toA: Pair[0] = (dy, _y, _a, b) => matmul(dy, T(b));
const toB: Pair[1] = (dy, _y, a) => matmul(T(a), dy);

describe('gradcheck accepts', () => {
  it('a right backward', () => {
    expect(
      gradcheck(
        tanhWith((dy, y) => mul(dy, slope(y))),
        [x],
      ),
    ).toMatchObject({ verdict: 'pass' });
    expect(gradcheck(matmulWith([toA, toB]), [x, y])).toMatchObject({ verdict: 'pass' });
  });

  it('slopes of any size', () => {
    for (const scale of [1e-12, 1e-6, 1e6, 1e12])
      expect(gradcheck((t) => mul(tanh(t), scale), [x])).toMatchObject({ verdict: 'pass' });
  });

  it('a kink that is not where the input is', () => {
    expect(gradcheck((t) => relu(t), [tensor([0.01, 0.5])])).toMatchObject({ verdict: 'pass' });
  });
});

describe('gradcheck rejects a backward that', () => {
  let first: Tensor | null = null;
  const wrong: Record<string, [f: (...xs: Tensor[]) => Tensor, inputs: Tensor[]]> = {
    'is zero': [tanhWith((dy) => mul(dy, 0)), [x]],
    'is off by a thousandth': [tanhWith((dy, y) => mul(mul(dy, slope(y)), 1.001)), [x]],
    'is right only when ones come in': [tanhWith((_dy, y) => slope(y)), [x]],
    'is transposed': [tanhWith((dy, y) => T(mul(dy, slope(y)))), [x]],
    'forgets to transpose': [matmulWith([(dy, _y, _a, b) => matmul(dy, b), toB]), [x, y]],
    'forgets an input': [matmulWith([toA, (dy) => mul(dy, 0)]), [x, y]],
    'adds up twice': [tanhWith((dy, y) => add(mul(dy, slope(y)), mul(dy, slope(y)))), [x]],
    'takes the slope at x': [(t) => tanhWith((dy) => mul(dy, slope(t.detach())))(t), [x]],
    'averages over the entries': [tanhWith((dy, y) => mul(sum(mul(dy, slope(y))).expand([2, 2]), 0.25)), [x]],
    'has another shape': [tanhWith((dy) => sum(dy)), [x]],
    'is not finite': [tanhWith((dy) => mul(dy, Number.NaN)), [x]],
    'keeps the gradient of its first call': [
      tanhWith((dy, y) => {
        first ??= mul(dy, slope(y));
        return add(mul(dy, slope(y)), first);
      }),
      [x],
    ],
    'is cut from the graph': [(t) => tanh(t.detach()), [x]],
  };

  for (const [how, [f, inputs]] of Object.entries(wrong)) {
    it(how, () => {
      for (const seed of [1, 2, 3]) expect(gradcheck(f, inputs, { seed })).toMatchObject({ verdict: 'fail' });
    });
  }

  it('says where, and both numbers', () => {
    const result = gradcheck(matmulWith([toA, (dy) => mul(dy, 0)]), [x, y]);
    expect(result).toMatchObject({ input: 1, index: [0, 0], analytic: 0 });
    expect(result.message).toMatch(/^input 1, entry \[0, 0\]: backward gives 0, central differences give /);
  });
});

describe('gradcheck does not judge', () => {
  const doubtful: Record<string, [f: (x: Tensor) => Tensor, at: number]> = {
    'at a kink': [relu, 0],
    'next to a kink': [relu, 1e-7],
    'where the slope drowns in rounding': [(t) => tanh(t), 25],
    'where an input has no influence': [(t) => mul(t, 0), 1],
    'where the function is not finite': [(t) => t.log(), -1],
  };
  for (const [where, [f, at]] of Object.entries(doubtful)) {
    it(where, () => expect(gradcheck(f, [tensor(at)])).toMatchObject({ verdict: 'inconclusive' }));
  }
});
