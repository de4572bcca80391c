import { full, mean, reshape, type Shape, slice, stack, type Tensor, tensor } from '#autograd';
import { carry, type HiddenState, mseLoss } from '#autograd/nn';
import { SGD } from '#autograd/optim';
import type { Tensors } from '../../named.ts';
import type { State } from '../../rnn/composed/step.ts';
import { type LayerSpec, modelOf, predict } from './model.ts';

/** The same number everywhere. */
interface Full {
  shape: Shape;
  fill: number;
}

export interface TrainingSpec {
  layers: LayerSpec[];
  /** [N, T, I], or ids [N][T] for an embedding. */
  x: Full | number[][];
  y: Full | number[] | number[][];
  optimizer: { sgd: number };
  /** How often all the data are used; without it, once in batches of `batch_size`. */
  steps?: number;
  batch_size?: number;
}

interface Batch {
  x: Tensor | number[][];
  y: Tensor;
}

/** Trains, and answers with the weights, the losses before each step by their numbers, and their mean. */
export function train(spec: TrainingSpec): Tensors {
  const model = modelOf(spec.layers, Array.isArray(spec.x) ? undefined : spec.x.shape[2]);
  const optimizer = new SGD(model.parameters, { lr: spec.optimizer.sgd });
  const isStateful = spec.layers.some(({ stateful }) => stateful);
  let state: State | undefined;
  const losses = batchesOf(spec).map((batch) => {
    const { y, state: after } = predict(model, batch.x, state);
    const loss = mseLoss(y, batch.y);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    if (isStateful) state = carry(after as HiddenState);
    return loss;
  });
  return {
    kernel: model.recurrent.kernel,
    recurrent_kernel: model.recurrent.recurrentKernel,
    dense_kernel: model.dense.kernel,
    epoch_loss: mean(stack(losses)),
    ...Object.fromEntries(losses.map((loss, k) => [`loss_${k + 1}`, loss])),
  };
}

function batchesOf({ x, y, steps, batch_size }: TrainingSpec): Batch[] {
  const [inputs, targets] = [Array.isArray(x) ? x : tensorOf(x), reshape(tensorOf(y), [-1, 1])];
  if (batch_size === undefined) return new Array<Batch>(steps!).fill({ x: inputs, y: targets });
  const count = targets.shape[0] / batch_size;
  return Array.from({ length: count }, (_, k) => {
    const [from, to] = [k * batch_size, (k + 1) * batch_size];
    const part = Array.isArray(inputs) ? inputs.slice(from, to) : slice(inputs, 0, from, to);
    return { x: part, y: slice(targets, 0, from, to) };
  });
}

function tensorOf(x: Full | number[] | number[][]): Tensor {
  return Array.isArray(x) ? tensor(x) : full(x.shape, x.fill);
}
