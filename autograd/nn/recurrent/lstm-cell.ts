import { add, mul, sigmoid, split, type Tensor, tanh } from '#autograd';
import { forgetGateBias } from '../init/forget-gate-bias.ts';
import { uniform } from '../init/uniform.ts';
import { linear } from '../linear.ts';
import { parameter } from '../parameter.ts';
import { Cell, type CellOptions } from './cell.ts';
import { badForgetBias, badProjection } from './messages/values.ts';
import type { LstmState } from './state.ts';

export interface LSTMCellOptions extends CellOptions {
  /** P, below H: h is W_hr (o * tanh c), of P features; 0, no projection, unless stated. */
  projSize?: number;
  /** What the forget gate's biases add up to at first, as 1 (Jozefowicz et al., 2015); random unless stated. */
  forgetBias?: number;
}

/**
 * A step of long short-term memory (Hochreiter and Schmidhuber, 1997, with the forget gate of Gers et al., 2000), as
 * `torch.nn.LSTMCell`:
 *
 *     i, f, o = σ(W_ih x + b_ih + W_hh h + b_hh)    input, forget and output gate
 *     g       = tanh(…)                             what could be remembered
 *     c'      = f * c + i * g
 *     h'      = o * tanh(c')                        with a projection W_hr (o * tanh(c')): Sak et al., 2014
 *
 * Rows of the weights are in the order i, f, g, o.
 *
 * @throws RangeError unless `projSize` is below `hiddenSize`, and when there are no biases for `forgetBias`
 * @example
 * const cell = new LSTMCell(2, 3, { rng: seededRng(1), forgetBias: 1 });
 * const { h, c } = cell.forward(zeros([4, 2]));
 * [h.shape, c.shape]; // [[4, 3], [4, 3]]
 */
export class LSTMCell extends Cell<LstmState> {
  /** [P, H], with a projection. */
  readonly weight_hr: Tensor | null;

  constructor(inputSize: number, hiddenSize: number, options: LSTMCellOptions) {
    const { rng, dtype, projSize = 0, forgetBias } = options;
    if (!(Number.isInteger(projSize) && projSize >= 0 && projSize < hiddenSize))
      throw badProjection(projSize, hiddenSize);
    super({ gates: 4, inputSize, hiddenSize, sizes: { h: projSize || hiddenSize, c: hiddenSize } }, options);
    const bound = 1 / Math.sqrt(hiddenSize);
    this.weight_hr = projSize ? uniform(parameter([projSize, hiddenSize], dtype), bound, rng) : null;
    if (forgetBias !== undefined) this.#rememberAtFirst(forgetBias);
  }

  override step(x: Tensor, { h, c }: LstmState, mask?: Tensor): LstmState {
    const [i, f, g, o] = split(add(this.fromInput(x), this.fromPast(h, mask)), 4, -1); // each [N, H]
    const cNext = add(mul(sigmoid(f), c), mul(sigmoid(i), tanh(g)));
    const shown = mul(sigmoid(o), tanh(cNext));
    return { h: this.weight_hr ? linear(shown, this.weight_hr) : shown, c: cNext };
  }

  #rememberAtFirst(forgetBias: number): void {
    if (!this.bias_ih || !this.bias_hh) throw badForgetBias(forgetBias);
    forgetGateBias(this.bias_ih, forgetBias);
    forgetGateBias(this.bias_hh, 0);
  }
}
