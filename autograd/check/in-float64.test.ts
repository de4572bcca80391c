import { describe, expect, it } from 'vitest';
import { matmul, mul, randn, seededRng, type Tensor, tanh, tensor } from '#autograd';
import { gradcheck } from '#autograd/check';
import { customOp } from '../extend.ts';

const float32 = { dtype: 'float32' } as const;
const [x, w] = [2, 3].map((rows) => randn([rows, 3], seededRng(rows), float32));
const tanhBy = (factor: number) =>
  customOp({
    name: 'tanh',
    forward: (t: Tensor) => tanh(t),
    vjp: (dy, y) => mul(mul(dy, mul(y, y).neg().add(1)), factor),
  });

describe('a float32 function', () => {
  it('is compared with its differences in float64', () => {
    expect(gradcheck((a, b) => tanh(matmul(a, b)), [x, w])).toMatchObject({ verdict: 'pass' });
    expect(gradcheck(tanhBy(1.0001), [x])).toMatchObject({ verdict: 'fail', reason: 'wrong' });
  });

  it('that holds float32 numbers of its own is compared in float32, as far as that tells', () => {
    const own = tensor([0.5, 2, 1], float32);
    const right = (t: Tensor) => tanh(mul(t, own));
    for (const seed of [1, 2, 3]) {
      const result = gradcheck(right, [x], { seed });
      expect(result.verdict === 'pass' || ('reason' in result && result.reason === 'float32')).toBe(true);
      const wrong = (t: Tensor) => tanhBy(1.01)(mul(t, own));
      expect(gradcheck(wrong, [x], { seed })).toMatchObject({ verdict: 'fail', reason: 'wrong' });
    }
  });

  it('that drowns in its own rounding is said to be beyond float32', () => {
    const offset = tensor(1, float32);
    const f = (t: Tensor) => mul(t, tensor(1e-7, float32)).add(offset);
    expect(gradcheck(f, [x])).toMatchObject({ verdict: 'inconclusive', reason: 'float32' });
  });
});
