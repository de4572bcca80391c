import { grad, type NestedLike, norm } from '#autograd';
import { embedding } from '#autograd/nn';
import { type Case, failed, firstFailure, type Outcome } from '../case.ts';
import { within } from '../compare.ts';
import { checkCs231nOptimiser } from '../cs231n-optimisers.ts';
import type { Encoded } from '../decode.ts';
import { linspaceIn } from '../linspace.ts';
import { compareNamed, compareNested, type Tensors } from '../named.ts';
import { affine } from './cs231n/affine.ts';
import { captioning } from './cs231n/captioning.ts';
import type { Model } from './cs231n/model.ts';
import { twoLayerNet } from './cs231n/two-layer-net.ts';

interface NotebookCase extends Case {
  kind: 'model_loss' | 'forward' | 'optimizer_step';
  expected: Record<string, NestedLike>;
  /** Gradients by PyTorch: all of them, or the small ones and the norms of all. */
  derived?: {
    grads_reg1?: Record<string, Encoded>;
    grads_small?: Record<string, Encoded>;
    grad_norms?: Record<string, number>;
  };
}

// biome-ignore lint/suspicious/noExplicitAny: words and numbers, different for every case
type Spec = any;

const models: Record<string, (spec: Spec) => Model> = {
  'cs231n-captioning-rnn-loss': (spec) => captioning('RNN', spec),
  'cs231n-captioning-lstm-loss': (spec) => captioning('LSTM', spec),
  'cs231n-two-layer-net': twoLayerNet,
};

const forwards: Record<string, (spec: Spec) => Tensors> = {
  'cs231n-embedding': ({ x, W }) => ({ out: embedding(x, linspaceIn(W)) }),
  'cs231n-affine': ({ x, w, b }) => ({ out: affine(linspaceIn(x), linspaceIn(w), linspaceIn(b)) }),
};

/** The checks of the course's notebooks: models, layers, and steps of optimisers. */
export function checkCs231n(one: NotebookCase): Outcome {
  if (one.kind === 'optimizer_step') return checkCs231nOptimiser(one as never);
  if (forwards[one.id]) return compareNested(forwards[one.id](one), one.expected, within(1e-8, 0));
  if (models[one.id]) return checkModel(one, models[one.id](one));
  return failed('there is no program for it');
}

function checkModel({ expected, derived = {} }: NotebookCase, model: Model): Outcome {
  const slopes = grad(model.loss, Object.values(model.leaves));
  const named = Object.keys(model.leaves).map((name, i) => [name, slopes[i]] as const);
  const norms = Object.fromEntries(named.map(([name, slope]) => [name, norm(slope)]));
  const near = within(1e-12, 1e-9);
  return firstFailure([
    compareNested(model.printed, expected, within(model.atol, 0)),
    compareNamed(
      Object.fromEntries(named),
      { ...derived.grads_reg1, ...derived.grads_small },
      near,
      'gradient',
    ),
    compareNested(norms, derived.grad_norms ?? {}, near),
  ]);
}
