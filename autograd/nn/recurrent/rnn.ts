import { type LayerOptions, RecurrentLayer } from './layer.ts';
import { RNNCell, type RNNCellOptions } from './rnn-cell.ts';
import type { HiddenState } from './state.ts';

export interface RNNOptions extends LayerOptions, RNNCellOptions {}

/**
 * The plain recurrent network over whole sequences, as `torch.nn.RNN`: an `RNNCell` for each layer and direction.
 *
 * @throws RangeError for no layers, or a dropout that is no probability
 * @example
 * const rnn = new RNN(2, 3, { rng: seededRng(1), bidirectional: true });
 * const { output, state } = rnn.forward(zeros([5, 4, 2]));
 * output.shape; // [5, 4, 6]
 * state.h.shape; // [2, 4, 3]
 */
export class RNN extends RecurrentLayer<HiddenState> {
  constructor(inputSize: number, hiddenSize: number, options: RNNOptions) {
    super(inputSize, options, (size) => new RNNCell(size, hiddenSize, options));
  }
}
