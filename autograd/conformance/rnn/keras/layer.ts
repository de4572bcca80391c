import { concat, full, seededRng, type Tensor, zeros } from '#autograd';
import { GRU, GRUCell, LSTM, LSTMCell, RNN, RNNCell } from '#autograd/nn';
import type { Tensors } from '../../named.ts';
import type { State, Step } from '../composed/step.ts';

/** A recurrent layer in Keras's words. A weight is full of one number, so the order of its gates says nothing. */
export interface KerasLayer {
  layer: 'SimpleRNN' | 'LSTM' | 'GRU';
  cfg: {
    units: number;
    kernel_initializer: { Constant: number };
    recurrent_initializer: { Constant: number };
    bias_initializer: { Constant: number };
    use_bias?: boolean;
    /** Whether the bias of the forget gate is 1, which it is unless stated. */
    unit_forget_bias?: boolean;
    reset_after?: boolean;
    go_backwards?: boolean;
    return_sequences?: boolean;
    zero_output_for_mask?: boolean;
  };
}

const LAYERS = { SimpleRNN: RNN, LSTM, GRU };
const CELLS = { SimpleRNN: RNNCell, LSTM: LSTMCell, GRU: GRUCell };
const GATES = { SimpleRNN: 1, LSTM: 4, GRU: 3 };

export function layerOf(one: KerasLayer, inputSize: number): LSTM {
  const options = { ...optionsOf(one), batchFirst: true };
  const layer = new LAYERS[one.layer as 'LSTM'](inputSize, one.cfg.units, options);
  const named = Object.entries(parametersOf(one, inputSize)).map(([name, x]) => [`${name}_l0`, x]);
  return layer.loadStateDict(Object.fromEntries(named));
}

export function stepOf(one: KerasLayer, inputSize: number): Step {
  const cell = new CELLS[one.layer as 'LSTM'](inputSize, one.cfg.units, optionsOf(one));
  cell.loadStateDict(parametersOf(one, inputSize));
  return (x, state) => cell.forward(x, state as { h: Tensor; c: Tensor });
}

export function zeroState({ layer, cfg }: KerasLayer, batch: number): State {
  const zero = zeros([batch, cfg.units]);
  return layer === 'LSTM' ? { h: zero, c: zero } : { h: zero };
}

function optionsOf({ cfg }: KerasLayer) {
  return { rng: seededRng(1), bias: cfg.use_bias, resetAfter: cfg.reset_after };
}

function parametersOf({ layer, cfg }: KerasLayer, inputSize: number): Tensors {
  const rows = GATES[layer] * cfg.units;
  const weights = {
    weight_ih: full([rows, inputSize], cfg.kernel_initializer.Constant),
    weight_hh: full([rows, cfg.units], cfg.recurrent_initializer.Constant),
  };
  return cfg.use_bias === false ? weights : { ...weights, ...biasesOf({ layer, cfg }) };
}

/** Only a GRU that resets after the product has a bias for the state too. */
function biasesOf({ layer, cfg }: KerasLayer): Tensors {
  const { units, bias_initializer, unit_forget_bias = true, reset_after = true } = cfg;
  const block = full([units], bias_initializer.Constant);
  const forget = layer === 'LSTM' && unit_forget_bias ? full([units], 1) : block;
  const bias = concat([block, forget, block, block].slice(0, GATES[layer]));
  return { bias_ih: bias, bias_hh: layer === 'GRU' && reset_after ? bias : full(bias.shape, 0) };
}
