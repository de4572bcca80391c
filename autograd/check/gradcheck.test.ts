import { describe, expect, it } from 'vitest';
import { add, mul, relu, type Tensor, tanh, tensor, zeros } from '#autograd';
import { gradcheck } from '#autograd/check';
import { matmulWith, right, slope, tanhWith, toA, toB, x, y } from './testing/backwards.ts';

describe('gradcheck accepts', () => {
  it('a right backward', () => {
    expect(gradcheck(right, [x])).toMatchObject({ verdict: 'pass' });
    const product = matmulWith((dy, a, b) => [toA(dy, b), toB(dy, a)]);
    expect(gradcheck(product, [x, y])).toMatchObject({ verdict: 'pass' });
  });

  it('slopes of any size', () => {
    for (const scale of [1e-12, 1e-6, 1e6, 1e12])
      expect(gradcheck((t) => mul(tanh(t), scale), [x])).toMatchObject({ verdict: 'pass' });
  });

  it('inputs of any size', () => {
    for (const size of [1e-9, 1e-3, 1e3, 1e9])
      expect(gradcheck((t) => mul(t, t), [mul(x, size)])).toMatchObject({ verdict: 'pass' });
  });

  it('a kink that is not where the input is', () => {
    expect(gradcheck((t) => relu(t), [tensor([0.01, 0.5])])).toMatchObject({ verdict: 'pass' });
  });

  it('a result with tensors anywhere in it', () => {
    const f = (a: Tensor, b: Tensor) => ({ sum: add(a, b), rest: [tanh(a)] });
    expect(gradcheck(f, [x, y])).toMatchObject({ verdict: 'pass' });
  });

  it('no numbers at all', () => {
    expect(gradcheck((t) => tanh(t), [zeros([2, 0])])).toMatchObject({ verdict: 'pass' });
    expect(gradcheck((t) => add(t, zeros([0, 1])), [zeros([1, 1])])).toMatchObject({ verdict: 'pass' });
  });

  it('an input that is not to be differentiated by', () => {
    const f = (a: Tensor, b: Tensor) => mul(a, b.detach());
    expect(gradcheck(f, [x, y], { wrt: [0] })).toMatchObject({ verdict: 'pass' });
    expect(gradcheck(f, [x, y], { wrt: [1] })).toMatchObject({
      verdict: 'fail',
      reason: 'missing',
      input: 1,
    });
  });
});

describe('gradcheck says', () => {
  it('where, both slopes, how far off, and the step', () => {
    const f = matmulWith((dy, _a, b) => [toA(dy, b), mul(dy, 0)]);
    const result = gradcheck(f, [x, y]);
    expect(result).toMatchObject({ input: 1, index: [0, 0], analytic: 0 });
    expect(result).toMatchObject({ step: expect.any(Number), error: expect.any(Number) });
    expect(result.message).toMatch(
      /^input 1, entry \[0, 0\]: backward gives 0, central differences give .+\n {2}Nothing arrives here/,
    );
  });

  it('what a student may have done', () => {
    const hints = [-1, 2, 0.5].map((factor) => {
      const { message } = gradcheck(
        tanhWith((dy, y) => mul(mul(dy, slope(y)), factor)),
        [x],
      );
      return message.split('\n')[1];
    });
    expect(hints).toEqual([
      expect.stringContaining('the other way round'),
      expect.stringContaining('added up twice'),
      expect.stringContaining('used twice'),
    ]);
  });

  it('the same for the same seed', () => {
    const f = tanhWith((dy) => dy);
    expect(gradcheck(f, [x], { seed: 5 })).toEqual(gradcheck(f, [x], { seed: 5 }));
    expect(gradcheck(f, [x], { seed: 5 })).not.toEqual(gradcheck(f, [x], { seed: 6 }));
  });
});

describe('gradcheck does not judge', () => {
  const doubtful: Record<string, [f: (x: Tensor) => Tensor, at: number, reason: string]> = {
    'at a kink': [relu, 0, 'kink'],
    'next to a kink': [relu, 1e-7, 'kink'],
    'where the slope drowns in rounding': [(t) => tanh(t), 25, 'too small to judge'],
    'where an input has no influence': [(t) => mul(t, 0), 1, 'too small to judge'],
    'where the function is not finite': [(t) => t.log(), -1, 'not finite'],
    'at the end of where it is defined': [(t) => t.sqrt(), 0, 'not finite'],
  };
  for (const [where, [f, at, reason]] of Object.entries(doubtful)) {
    it(where, () => expect(gradcheck(f, [tensor(at)])).toMatchObject({ verdict: 'inconclusive', reason }));
  }
});

describe('gradcheck throws', () => {
  it('what f throws', () => {
    const f = () => {
      throw new RangeError('mine');
    };
    expect(() => gradcheck(f, [x])).toThrow('mine');
  });

  it('when there is nothing to differentiate by', () => {
    expect(() => gradcheck(tanh, [])).toThrow(RangeError);
    expect(() => gradcheck(tanh, [x], { wrt: [] })).toThrow(RangeError);
    expect(() => gradcheck(tanh, [x], { wrt: [1] })).toThrow('differentiate by [1]');
  });

  it('when the shape of the result depends on the values', () => {
    const f = (t: Tensor) => (t.data[0] >= 1 ? t.expand([2]) : t);
    expect(() => gradcheck(f, [tensor([1])])).toThrow('close to them');
  });
});
