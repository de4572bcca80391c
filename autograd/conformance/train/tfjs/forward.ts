import { flip, full, ones, sum, type Tensor, tensor } from '#autograd';
import type { Tensors } from '../../named.ts';
import { hsOf, type State } from '../../rnn/composed/step.ts';
import { embedded } from './embedded.ts';
import { filled, type OldKeras, run } from './recurrent.ts';

// biome-ignore lint/suspicious/noExplicitAny: words, and now and then numbers, different for every case
type Spec = any;

/** What the words of a case say, by its id. */
export const forwards: Record<string, (spec: Spec) => Tensors> = {
  'tfjs-lstm-mask': ({ x }) => ({ y: dense(lstmOver(x).h) }),
  'tfjs-lstm-mask-states': ({ x }) => lstmOver(x),
  'tfjs-lstm-mask-backwards': (spec) => {
    const { x, kept } = embedded(spec.x, tensor(spec.embedding));
    const kernel = tensor(spec['kernel(2x8, i|f|c|o blocks of 2)']);
    const weights = { kernel, recurrentKernel: tensor(spec.recurrent_kernel), bias: tensor(spec.bias) };
    const states = run({ type: 'LSTM', ...weights }, flip(x, 1), { kept: flip(kept, 1) });
    return { y: dense(last(states).h) };
  },
  'tfjs-stacked-cells': ({ x }) => {
    const hidden = hsOf(run(filled('SimpleRNN', 3, 4, {}), tensor(x)), 1);
    const reset = hsOf(run(filled('GRU', 2, 3, {}), hidden), 1);
    return { y: last(run(filled('LSTM', 1, 2, {}), reset)).h };
  },
  'tfjs-stacked-mask': (spec) => {
    const { x, kept } = embedded(spec.x, ones([10, 4]));
    const hidden = hsOf(run(filled('SimpleRNN', 3, 4, {}), x, { kept }), 1);
    return { y: last(run(filled('LSTM', 3, 3, { forgetBias: 1 }), hidden, { kept })).h };
  },
  'tfjs-lstm-ones': ({ x }) => {
    const [first, second] = run(filled('LSTM', 5, 2, { bias: 1 }), full(x.shape, x.fill));
    return { t0: first.h, t1: second.h, c: second.c };
  },
  'tfjs-lstm-stateful': ({ x }) => twice(filled('LSTM', 5, 2, { bias: 1 }), full(x.shape, x.fill)),
  'tfjs-gru-stateful': ({ x }) =>
    twice({ ...filled('GRU', 5, 2, { recurrent: 0 }), activation: linear }, full(x.shape, x.fill)),
  'tfjs-simplernn-stateful-linear': () =>
    twice({ ...filled('SimpleRNN', 5, 2, {}), activation: linear }, ones([4, 3, 2])),
  'tfjs-gru-initial-state': ({ x }) => ({
    y: last(run(filled('GRU', 2, 4, {}), tensor(x), { before: { h: full([1, 2], 1.5) } })).h,
  }),
};

const linear = (x: Tensor) => x;

function lstmOver(ids: number[][]): State {
  const { x, kept } = embedded(ids, ones([10, 4]));
  return last(run(filled('LSTM', 3, 4, { forgetBias: 1 }), x, { kept }));
}

/** The last h of a call, and that of another one that goes on from there. */
function twice(layer: OldKeras, x: Tensor): Tensors {
  const after = last(run(layer, x));
  return { y1: after.h, y2: last(run(layer, x, { before: after })).h };
}

/** Weights of 1, a bias of 0: [N, H] → [N, 1]. */
function dense(h: Tensor): Tensor {
  return sum(h, 1, true);
}

function last(states: readonly State[]): State {
  return states.at(-1)!;
}
