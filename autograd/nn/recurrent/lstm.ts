import { type LayerOptions, RecurrentLayer } from './layer.ts';
import { LSTMCell, type LSTMCellOptions } from './lstm-cell.ts';
import type { LstmState } from './state.ts';

export interface LSTMOptions extends LayerOptions, LSTMCellOptions {}

/**
 * Long short-term memory over whole sequences, as `torch.nn.LSTM`: an `LSTMCell` for each layer and direction.
 *
 * With `projSize` P, `output` and `state.h` have P features for each direction; `state.c` has H.
 *
 * @throws RangeError for no layers, a dropout that is no probability, and as `LSTMCell`
 * @example
 * const lstm = new LSTM(2, 3, { rng: seededRng(1), batchFirst: true, forgetBias: 1 });
 * const { output, state } = lstm.forward(zeros([4, 5, 2]), { lengths: [5, 1, 3, 0] });
 * output.shape; // [4, 5, 3]
 * lstm.forward(zeros([4, 5, 2]), { state }).state.c.shape; // [1, 4, 3]
 */
export class LSTM extends RecurrentLayer<LstmState> {
  constructor(inputSize: number, hiddenSize: number, options: LSTMOptions) {
    super(inputSize, options, (size) => new LSTMCell(size, hiddenSize, options));
  }
}
