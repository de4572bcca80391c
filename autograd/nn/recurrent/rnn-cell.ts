import { add, relu, type Tensor, tanh } from '#autograd';
import { Cell, type CellOptions } from './cell.ts';
import type { HiddenState } from './state.ts';

/** What a step ends with. */
export type Nonlinearity = 'tanh' | 'relu';

export interface RNNCellOptions extends CellOptions {
  /** `tanh` unless stated. */
  nonlinearity?: Nonlinearity;
}

/**
 * A step of the plain recurrent network (Elman, 1990), as `torch.nn.RNNCell`:
 *
 *     h' = tanh(W_ih x + b_ih + W_hh h + b_hh)
 *
 * @example
 * const cell = new RNNCell(2, 3, { rng: seededRng(1) });
 * const { h } = cell.forward(zeros([4, 2]));
 * cell.forward(zeros([4, 2]), { h }).h.shape; // [4, 3]
 */
export class RNNCell extends Cell<HiddenState> {
  readonly nonlinearity: Nonlinearity;

  constructor(inputSize: number, hiddenSize: number, options: RNNCellOptions) {
    super({ gates: 1, inputSize, hiddenSize, sizes: { h: hiddenSize } }, options);
    this.nonlinearity = options.nonlinearity ?? 'tanh';
  }

  override step(x: Tensor, { h }: HiddenState, mask?: Tensor): HiddenState {
    const f = this.nonlinearity === 'relu' ? relu : tanh;
    return { h: f(add(this.fromInput(x), this.fromPast(h, mask))) };
  }
}
