import { GRUCell, type GRUCellOptions } from './gru-cell.ts';
import { type LayerOptions, RecurrentLayer } from './layer.ts';
import type { HiddenState } from './state.ts';

export interface GRUOptions extends LayerOptions, GRUCellOptions {}

/**
 * The gated recurrent unit over whole sequences, as `torch.nn.GRU`: a `GRUCell` for each layer and direction.
 *
 * @throws RangeError for no layers, or a dropout that is no probability
 * @example
 * const gru = new GRU(2, 3, { rng: seededRng(1), numLayers: 2 });
 * gru.forward(zeros([5, 2])).output.shape; // [5, 3]
 * Object.keys(gru.namedParameters()).slice(0, 3); // ['weight_ih_l0', 'weight_hh_l0', 'bias_ih_l0']
 */
export class GRU extends RecurrentLayer<HiddenState> {
  constructor(inputSize: number, hiddenSize: number, options: GRUOptions) {
    super(inputSize, options, (size) => new GRUCell(size, hiddenSize, options));
  }
}
