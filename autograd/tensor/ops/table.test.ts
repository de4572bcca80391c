import { describe, expect, it } from 'vitest';
import * as autograd from '#autograd';
import {
  concat,
  grad,
  mul,
  ops,
  pow,
  rand,
  randn,
  reshape,
  seededRng,
  sum,
  type Tensor,
  tensor,
} from '#autograd';
import { gradcheck, mapTensors, tensorsIn } from '#autograd/check';
import { methods } from './table.ts';

type Differentiable = (...xs: Tensor[]) => Tensor;

const rng = seededRng(2024);
const draw = (shape: readonly number[], low = -2, high = 2) =>
  rand(shape, rng)
    .mul(high - low)
    .add(low);

/** An op at a sample of its row, as a function of the tensors in it alone. */
function ofTensors(op: (...args: never[]) => unknown, args: unknown[]): Differentiable {
  return (...xs) => {
    const rest = [...xs];
    const result = op(...(mapTensors(args, () => rest.shift()) as never[]));
    return concat(tensorsIn(result).map((y) => reshape(y, [-1])));
  };
}

/** ⟨w, ∂⟨c, f³⟩/∂x⟩: its gradient is of second order, and not 0 where f is linear, or a root. */
function slopesOf(f: Differentiable): Differentiable {
  return (...xs) => {
    const random = seededRng(7);
    const y = f(...xs);
    const slopes = grad(sum(mul(pow(y, 3), randn(y.shape, random))), xs, { createGraph: true });
    return concat(slopes.map((slope) => reshape(mul(slope, randn(slope.shape, random)), [-1])));
  };
}

for (const [name, op] of Object.entries(ops)) {
  describe(name, () => {
    for (const args of op.samples(draw)) {
      const f = ofTensors(op, args);
      const xs = tensorsIn(args);
      const shapes = xs.map((x) => `[${x.shape}]`).join(' ');

      it(`stays in float32, and leaves its operands alone, at ${shapes}`, () => {
        const call: (...args: never[]) => unknown = op;
        const leaves = mapTensors(args, (x) => tensor(x.toArray(), { dtype: 'float32', requiresGrad: true }));
        const before = tensorsIn(leaves).map((x) => x.toArray());
        const ys = tensorsIn(call(...(leaves as unknown as never[])));
        for (const y of ys) if (y.requiresGrad) sum(y).backward();
        const slopes = tensorsIn(leaves).flatMap((x) => x.grad ?? []);
        expect([...ys, ...slopes].map((x) => x.dtype).every((dtype) => dtype === 'float32')).toBe(true);
        expect(tensorsIn(leaves).map((x) => x.toArray())).toEqual(before);
      });

      if (op.discrete) {
        it(`has no gradient at ${shapes}`, () => {
          const leaves = mapTensors(args, (x) => tensor(x.toArray(), { requiresGrad: true }));
          const call: (...args: never[]) => unknown = op;
          expect(tensorsIn(call(...(leaves as unknown as never[]))).some((y) => y.requiresGrad)).toBe(false);
        });
        continue;
      }

      it(`has the gradient of central differences at ${shapes}`, () => {
        expect(gradcheck(f, xs)).toMatchObject({ verdict: 'pass' });
      });

      it(`has a gradient that can be differentiated again at ${shapes}`, () => {
        expect(gradcheck(slopesOf(f), xs)).toMatchObject({ verdict: 'pass' });
      });
    }

    it('has a row that says what it is', () => {
      expect([op.name, op.doc.at(-1), op.maths.length > 0]).toEqual([name, '.', true]);
    });
  });
}

describe('the table', () => {
  it('holds every op that is exported', () => {
    const others = ['tensor', 'full', 'zeros', 'ones', 'zerosLike', 'onesLike', 'eye', 'arange'];
    others.push('rand', 'randn', 'randint', 'randperm', 'choice', 'seededRng');
    others.push(
      'backward',
      'grad',
      'zeroGrad',
      'noGrad',
      'detectAnomaly',
      'toDot',
      'toMermaid',
      'Tensor',
      'ShapeError',
      'Value',
      'topologicalOrder',
    );
    const functions = Object.entries(autograd).filter(([, value]) => typeof value === 'function');
    const exported = functions.map(([name]) => name).filter((name) => !others.includes(name));
    expect(exported.sort()).toEqual(Object.keys(ops).sort());
  });

  it('makes every op of a tensor a method with the same answer', () => {
    for (const [name, op] of Object.entries(methods)) {
      const [args] = op.samples(draw) as unknown as [Tensor, ...never[]][];
      const [x, ...rest] = args;
      const call: (...args: never[]) => unknown = op;
      const method = x[name as keyof Tensor] as unknown as (...rest: never[]) => unknown;
      const numbers = (result: unknown) => tensorsIn(result).map((y) => y.toArray());
      expect(numbers(method.apply(x, rest))).toEqual(numbers(call(x as never, ...rest)));
    }
  });
});
