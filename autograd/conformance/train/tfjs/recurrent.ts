import { concat, full, type Tensor, tanh, transpose, zeros } from '#autograd';
import { hardSigmoid } from '../../activations.ts';
import { elmanStep } from '../../rnn/composed/elman.ts';
import { gatesIn } from '../../rnn/composed/gates.ts';
import { gruStep } from '../../rnn/composed/gru.ts';
import { lstmStep } from '../../rnn/composed/lstm.ts';
import { type Activation, type State, type Step, walk } from '../../rnn/composed/step.ts';

/** A layer of the old Keras: its gates are hard sigmoids, and its GRU resets h before the product. */
export interface OldKeras {
  type: 'SimpleRNN' | 'LSTM' | 'GRU';
  /** [I, G·H] */
  kernel: Tensor;
  /** [H, G·H] */
  recurrentKernel: Tensor;
  /** [G·H] */
  bias: Tensor;
  activation?: Activation;
}

const ORDERS = { SimpleRNN: 'h', LSTM: 'ifgo', GRU: 'zrn' };

/** The numbers that whole weights are full of. */
export interface Fill {
  kernel?: number;
  recurrent?: number;
  bias?: number;
  /** Of the forget gate; that of the others unless stated. */
  forgetBias?: number;
}

export function filled(
  type: OldKeras['type'],
  units: number,
  inputSize: number,
  { kernel = 1, recurrent = 1, bias = 0, forgetBias = bias }: Fill,
): OldKeras {
  const columns = ORDERS[type].length * units;
  const biases = [...ORDERS[type]].map((gate) => full([units], gate === 'f' ? forgetBias : bias));
  return {
    type,
    kernel: full([inputSize, columns], kernel),
    recurrentKernel: full([units, columns], recurrent),
    bias: concat(biases),
  };
}

interface Given {
  /** Zeros unless given. */
  before?: State;
  /** [N, T]: 0 where a step is left out. */
  kept?: Tensor;
}

/** The state after each step along x [N, T, I]. */
export function run(layer: OldKeras, x: Tensor, { before, kept }: Given = {}): State[] {
  const zero = zeros([x.shape[0], layer.recurrentKernel.shape[0]]);
  const first = before ?? (layer.type === 'LSTM' ? { h: zero, c: zero } : { h: zero });
  return walk(stepOf(layer), transpose(x, 0, 1), first, kept && transpose(kept, 0, 1));
}

function stepOf({ type, kernel, recurrentKernel, bias, activation: phi = tanh }: OldKeras): Step {
  const [W, R] = [kernel, recurrentKernel].map((weights) => transpose(weights, 0, 1));
  const gates = gatesIn(ORDERS[type], { W, R, bW: bias, bR: zeros(bias.shape) });
  switch (type) {
    case 'SimpleRNN':
      return elmanStep(gates, phi);
    case 'LSTM':
      return lstmStep(gates, { sigma: hardSigmoid, phi, psi: phi });
    case 'GRU':
      return gruStep(gates, { sigma: hardSigmoid, phi, resetAfter: false });
  }
}
