import { full, type Tensor, transpose } from '#autograd';
import { linear } from '#autograd/nn';
import type { State } from '../../rnn/composed/step.ts';
import { embedded } from './embedded.ts';
import { filled, type OldKeras, run } from './recurrent.ts';

export interface LayerSpec {
  type: string;
  units: number;
  use_bias?: boolean;
  kernel_init: number;
  recurrent_init?: number;
  bias_init?: number;
  unit_forget_bias?: boolean;
  stateful?: boolean;
  /** Of an embedding. */
  rows: number;
  dim: number;
  init: number;
}

/** A recurrent layer and a dense one over its last state, perhaps behind an embedding. */
export interface Model {
  table?: Tensor;
  recurrent: OldKeras;
  dense: { kernel: Tensor; bias: Tensor };
  /** What training changes. */
  parameters: Tensor[];
}

const TYPES: Record<string, OldKeras['type']> = {
  rnn: 'SimpleRNN',
  simplernn: 'SimpleRNN',
  lstm: 'LSTM',
  gru: 'GRU',
};

/** @param inputSize what comes in, unless that are ids */
export function modelOf(layers: LayerSpec[], inputSize = 1): Model {
  const [last, layer, embedding] = layers.toReversed();
  const table = embedding && full([embedding.rows, embedding.dim], embedding.init);
  const recurrent = recurrentOf(layer, table ? embedding.dim : inputSize);
  const dense = {
    kernel: full([layer.units, last.units], last.kernel_init),
    bias: full([last.units], last.bias_init ?? 0),
  };
  const parameters = [
    ...(table ? [table] : []),
    ...[recurrent.kernel, recurrent.recurrentKernel, dense.kernel],
    ...(layer.use_bias === false ? [] : [recurrent.bias]),
    ...(last.use_bias === false ? [] : [dense.bias]),
  ];
  for (const parameter of parameters) parameter.requiresGrad = true;
  return { table, recurrent, dense, parameters };
}

function recurrentOf({ type, units, ...spec }: LayerSpec, inputSize: number): OldKeras {
  return filled(TYPES[type.toLowerCase()], units, inputSize, {
    kernel: spec.kernel_init,
    recurrent: spec.recurrent_init,
    bias: spec.bias_init,
    forgetBias: spec.unit_forget_bias ? 1 : undefined,
  });
}

/** The prediction [N, 1] for x [N, T, I], or for ids [N][T], and the last state. */
export function predict(
  { table, recurrent, dense }: Model,
  input: Tensor | number[][],
  before?: State,
): { y: Tensor; state: State } {
  const { x, kept } = Array.isArray(input) ? embedded(input, table!) : { x: input, kept: undefined };
  const state = run(recurrent, x, { before, kept }).at(-1)!;
  return { y: linear(state.h, transpose(dense.kernel, 0, 1), dense.bias), state };
}
