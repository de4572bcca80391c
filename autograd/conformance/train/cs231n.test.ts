import { describe, expect, it } from 'vitest';
import { grad, type NestedLike } from '#autograd';
import { passed } from '../case.ts';
import { twoLayerNet } from './cs231n/two-layer-net.ts';
import { checkCs231n } from './cs231n.ts';

describe('a case of the notebooks', () => {
  it('passes with the numbers of a layer, and with no others', () => {
    const embedding = {
      ...{ id: 'cs231n-embedding', kind: 'forward' as const },
      ...{ x: [[2, 0]], W: 'linspace(0,5) 3x2' },
    };
    const printed = (...rows: number[][]) => checkCs231n({ ...embedding, expected: { out: [rows] } });
    expect(printed([4, 5], [0, 1])).toEqual(passed);
    expect(printed([4, 5], [0, 1.0001])).toMatchObject({ kind: 'failed' });
  });

  describe('that is a model', () => {
    const spec = {
      ...{ id: 'cs231n-two-layer-net', kind: 'model_loss' as const, y: [1, 0, 1] },
      params: {
        ...{ W1: 'linspace(-0.7,0.3) 5x4', b1: 'linspace(-0.1,0.9) 4' },
        ...{ W2: 'linspace(-0.3,0.4) 4x2', b2: 'linspace(-0.9,0.1) 2' },
      },
    };
    const { printed, loss, leaves } = twoLayerNet(spec);
    const [slope] = grad(loss, [leaves.b2]);
    const expected = { scores: printed.scores.toArray() as NestedLike, loss_reg0: printed.loss_reg0.item() };
    const encoded = (...data: number[]) => ({ shape: [2], data });

    it('passes with what is printed and with its gradients', () => {
      const derived = { grads_reg1: { b2: encoded(...slope.data) } };
      expect(checkCs231n({ ...spec, expected, derived } as never)).toEqual(passed);
    });

    it('fails for another loss, another gradient and another norm', () => {
      const check = (change: object) => checkCs231n({ ...spec, expected, ...change } as never);
      const other = { ...expected, loss_reg0: expected.loss_reg0 + 1e-7 };
      expect(check({ expected: other })).toMatchObject({ why: expect.stringContaining('loss_reg0') });
      const grads_reg1 = { b2: encoded(slope.data[0], slope.data[1] + 1e-6) };
      expect(check({ derived: { grads_reg1 } })).toMatchObject({
        why: expect.stringContaining('gradient b2'),
      });
      expect(check({ derived: { grad_norms: { b2: 1e6 } } })).toMatchObject({ kind: 'failed' });
    });
  });

  it('that nobody has written fails', () => {
    expect(checkCs231n({ id: 'unheard of', kind: 'forward', expected: {} })).toMatchObject({
      kind: 'failed',
    });
  });
});
