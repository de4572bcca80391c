import { GRU } from '../recurrent/gru.ts';
import type { LayerOptions, RecurrentLayer } from '../recurrent/layer.ts';
import { LSTM } from '../recurrent/lstm.ts';
import { RNN } from '../recurrent/rnn.ts';
import type { State } from '../recurrent/state.ts';

const layers = { rnn: RNN, gru: GRU, lstm: LSTM };

/** Which layer reads and writes. */
export type CellName = keyof typeof layers;

export interface SequenceOptions extends Pick<LayerOptions, 'rng' | 'dtype' | 'numLayers' | 'dropout'> {
  /** `'gru'` unless stated. */
  cell?: CellName;
}

/** A layer over batches [N, T, I]. */
export function layerOf(
  inputSize: number,
  hiddenSize: number,
  { cell = 'gru', ...options }: SequenceOptions & Pick<LayerOptions, 'bidirectional'>,
): RecurrentLayer<State> {
  return new layers[cell](inputSize, hiddenSize, { ...options, batchFirst: true });
}
