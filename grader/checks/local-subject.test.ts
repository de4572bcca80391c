import { describe, expect, it } from 'vitest';
import { mul, type Tensor, tensor } from '#autograd';
import { localSubject } from './local-subject.ts';
import type { Pulled } from './solution.ts';

describe('a local subject', () => {
  it('answers calls in order', async () => {
    const outcomes = await localSubject({ half: (x: number) => x / 2 }).call('half', [[4], [6]]);
    expect(outcomes).toEqual([
      { kind: 'answer', value: 2 },
      { kind: 'answer', value: 3 },
    ]);
  });

  it('shows the arguments after the call and leaves the given ones alone', async () => {
    const spoil = (xs: number[], t: Tensor) => {
      xs.push(9);
      t.data[0] = 9;
    };
    const args = [[1], tensor([2])];
    const [outcome] = await localSubject({ spoil }).call('spoil', [args], { after: true });
    expect(outcome).toMatchObject({ kind: 'answer', after: [[1, 9], { data: Float64Array.of(9) }] });
    expect(args).toEqual([[1], tensor([2])]);
  });

  it('tells a RangeError from a stack overflow', async () => {
    const subject = localSubject({
      range() {
        throw new RangeError('no');
      },
      deep: function deep(): number {
        return 1 + deep();
      },
    });
    const [[range], [deep]] = [await subject.call('range', [[]]), await subject.call('deep', [[]])];
    expect(range).toMatchObject({ kind: 'threw', error: 'RangeError', rangeError: true });
    expect(deep).toMatchObject({ kind: 'threw', error: 'RangeError', rangeError: false });
  });

  it('pulls a cotangent back', async () => {
    const subject = localSubject({ mul: (a: Tensor, b: Tensor) => mul(a, b) });
    const [outcome] = await subject.vjp('mul', [{ args: [tensor(2), tensor(5)], cotangents: [tensor(3)] }]);
    const { value, gradients } = (outcome as unknown as { value: Pulled }).value;
    expect([(value as Tensor).item(), ...gradients.map((g) => g.item())]).toEqual([10, 15, 6]);
  });
});
