import { describe, expect, it } from 'vitest';
import { add, exp, mul, ops, rand, reshape, seededRng, sum, tensor, zeros } from '#autograd';
import { tensorsIn } from '#autograd/check';
import { overwrite } from './guard.ts';

const leaf = (nested: Parameters<typeof tensor>[0]) => tensor(nested, { requiresGrad: true });

describe('a saved value that is changed in place', () => {
  const changed = (op: string) => new RegExp(`^${op}: its .* was changed in place`);

  it('is an error that names the op and which value it was', () => {
    const [x, w] = [leaf([1, 2]), leaf([3, 4])];
    const y = mul(x, w);
    w.data[0] = 30;
    expect(() => sum(y).backward()).toThrow(
      'mul: its input 2, of shape [2], was changed in place, but the gradient of mul needs it as it was.',
    );
  });

  it('is seen when the array was handed out before the op ran', () => {
    const x = leaf([1, 2]);
    const numbers = x.data;
    numbers[0] = 5;
    const y = mul(x, x);
    sum(y).backward();
    expect(x.grad?.toArray()).toEqual([10, 4]);
    numbers[1] = 7;
    expect(() => sum(y).backward()).toThrow(changed('mul'));
  });

  it('is seen when the engine wrote it, as an optimiser does, and only in graphs of before', () => {
    const [x, w] = [leaf([1, 2]), leaf([3, 4])];
    const early = sum(mul(x, w));
    overwrite(w).set([5, 6]);
    const late = sum(mul(x, w));
    expect(() => early.backward()).toThrow(changed('mul'));
    late.backward();
    expect(x.grad?.toArray()).toEqual([5, 6]);
    overwrite(w).set([5, 6]);
    expect(() => late.backward()).toThrow(changed('mul'));
  });

  it('is seen whatever the change: a sign, two signs, two numbers exchanged, the last bit, 0 to -0', () => {
    const changes: ((numbers: number[]) => number[])[] = [
      ([a, ...rest]) => [-a, ...rest],
      (numbers) => numbers.map((n) => -n),
      ([a, b, ...rest]) => [b, a, ...rest],
      ([a, ...rest]) => [a * (1 + 2 ** -23), ...rest],
      ([a, b, c, d]) => [a, b, c, -d],
    ];
    for (const dtype of ['float64', 'float32'] as const)
      for (const change of changes) {
        const x = tensor([1, 2, 3, 0], { dtype, requiresGrad: true });
        const y = mul(x, x);
        x.data.set(change(Array.from(x.data)));
        expect(() => sum(y).backward()).toThrow(changed('mul'));
      }
  });

  it('is seen in a result', () => {
    const y = exp(leaf([0, 1]));
    y.data.fill(0);
    expect(() => sum(y).backward()).toThrow('exp: its result, of shape [2], was changed in place');
  });

  it('is seen through every tensor with the same memory', () => {
    for (const alias of [(x: typeof base) => x.detach(), (x: typeof base) => reshape(x, [2, 1])]) {
      const x = leaf([1, 2]);
      const y = mul(x, x);
      alias(x).data[0] = 9;
      expect(() => sum(y).backward()).toThrow(changed('mul'));
    }
  });

  it('is seen when it changes in the middle of a computation', () => {
    const x = leaf([1, 2]);
    x.data[0] = 3;
    const first = mul(x, x);
    x.data[0] = 4;
    const second = mul(x, x);
    sum(second).backward();
    expect(x.grad?.toArray()).toEqual([8, 4]);
    expect(() => sum(first).backward()).toThrow(changed('mul'));
  });

  it('is no error where the gradient does not need it', () => {
    const [x, w] = [leaf([1, 2]), tensor([3, 4])];
    const y = sum(add(mul(x, w), x));
    x.data[0] = 30; // ∂y/∂x reads w alone
    y.backward();
    expect(x.grad?.toArray()).toEqual([4, 5]);
  });

  it('is no error once it is put back', () => {
    const x = leaf([1, 2]);
    const y = mul(x, x);
    x.data[0] = 30;
    x.data[0] = 1;
    sum(y).backward();
    expect(x.grad?.toArray()).toEqual([2, 4]);
  });

  it('may be read and changed after backward, as a training does', () => {
    const w = leaf([4]);
    for (let step = 0; step < 3; step++) {
      w.grad = null;
      sum(mul(w, w)).backward();
      w.data[0] -= 0.25 * w.grad!.data[0];
    }
    expect(w.toArray()).toEqual([0.5]);
  });
});

const base = zeros([2]);

describe('memory', () => {
  it('is not handed out by any op, so that nothing has to be watched', () => {
    const rng = seededRng(1);
    const draw = (shape: readonly number[], low = -2, high = 2) =>
      add(mul(rand(shape, rng), high - low), low);
    for (const op of Object.values(ops)) {
      const call: (...args: never[]) => unknown = op;
      for (const args of op.samples(draw) as unknown as never[][]) {
        const ys = tensorsIn(call(...args));
        const handedOut = [...tensorsIn(args), ...ys].filter(
          (x) => x.guard !== null && x.guard.first !== null,
        );
        expect({ op: op.name, handedOut: handedOut.length }).toEqual({ op: op.name, handedOut: 0 });
      }
    }
  });

  it('is not handed out by reading numbers', () => {
    const x = leaf([2]);
    x.toArray();
    x.item();
    String(x);
    mul(x, x).backward();
    expect(x.guard).toBeNull();
  });
});
