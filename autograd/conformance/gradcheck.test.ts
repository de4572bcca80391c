import { describe, expect, it } from 'vitest';
import { checkGradcheck } from './gradcheck.ts';

const settings = { eps: 1e-6, atol: 1e-5, rtol: 1e-3, order: 1 };
const square = {
  id: 'square',
  kind: 'custom_vjp',
  inputs: [{ shape: [2], data: [0.3, -0.7] }],
  settings,
} as const;
const f = '(x)=>[x.map(v=>v*v)]';

describe('a case of a gradient checker passes', () => {
  it('when a right backward is accepted, and a wrong one rejected', () => {
    const right = { ...square, f, vjp: '([x],[g])=>[x.map((v,i)=>2*v*g[i])]', verdict: 'accept' };
    const wrong = { ...square, f, vjp: '([x],[g])=>[x.map((v,i)=>3*v*g[i])]', verdict: 'reject' };
    for (const one of [right, wrong]) expect(checkGradcheck(one as never)).toEqual({ kind: 'passed' });
  });

  it('not when the checker says something else', () => {
    const wrong = { ...square, f, vjp: '([x],[g])=>[x.map((v,i)=>3*v*g[i])]', verdict: 'accept' };
    expect(checkGradcheck(wrong as never)).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/should accept, but: reject/),
    });
  });

  it('when a number of gradients that is wrong is thrown', () => {
    const many = { ...square, f, vjp: '([x],[g])=>[g,g]', verdict: 'throw' };
    expect(checkGradcheck(many as never)).toEqual({ kind: 'passed' });
  });

  it('when a kink is seen, and only there', () => {
    const kink = (at: number, verdict: string) =>
      checkGradcheck({
        id: 'abs',
        kind: 'kink',
        elementwise: 'Math.abs',
        inputs: [{ shape: [1], data: [at] }],
        settings: { eps: 1e-3 },
        verdict,
      } as never);
    expect([kink(0.0008, 'nondifferentiable'), kink(0.0012, 'differentiable')]).toEqual([
      { kind: 'passed' },
      { kind: 'passed' },
    ]);
  });
});
