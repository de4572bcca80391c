import { add, mul, sigmoid, slice, split, sub, type Tensor, tanh } from '#autograd';
import { linear } from '../linear.ts';
import { Cell, type CellOptions, masked } from './cell.ts';
import type { HiddenState } from './state.ts';

export interface GRUCellOptions extends CellOptions {
  /** Whether the reset gate comes after the product with W_hn, as in PyTorch, or before; true unless stated. */
  resetAfter?: boolean;
}

/**
 * A step of the gated recurrent unit (Cho et al., 2014), as `torch.nn.GRUCell`:
 *
 *     r, z = σ(W_ih x + b_ih + W_hh h + b_hh)             reset and update gate
 *     n    = tanh(W_in x + b_in + r * (W_hn h + b_hn))    what h could become
 *     h'   = (1 - z) * n + z * h
 *
 * With `resetAfter: false` the reset gate comes first, as in the paper: n = tanh(W_in x + b_in + W_hn (r * h) + b_hn).
 * PyTorch has only the one, ONNX calls it `linear_before_reset = 1`. Rows of the weights are in the order r, z, n.
 *
 * Here z says how much stays. The lecture's z says how much is new, and is 1 - z of this: since σ(-a) = 1 - σ(a),
 * the rows of z with the other sign, in all weights and biases, turn one into the other.
 *
 * @example
 * const cell = new GRUCell(2, 3, { rng: seededRng(1) });
 * cell.forward(zeros([4, 2])).h.shape; // [4, 3]
 */
export class GRUCell extends Cell<HiddenState> {
  readonly resetAfter: boolean;

  constructor(inputSize: number, hiddenSize: number, options: GRUCellOptions) {
    super({ gates: 3, inputSize, hiddenSize, sizes: { h: hiddenSize } }, options);
    this.resetAfter = options.resetAfter ?? true;
  }

  override step(x: Tensor, { h }: HiddenState, mask?: Tensor): HiddenState {
    const [xr, xz, xn] = split(this.fromInput(x), 3, -1); // each [N, H]
    const [hr, hz, hn] = split(this.fromPast(h, mask), 3, -1);
    const r = sigmoid(add(xr, hr));
    const z = sigmoid(add(xz, hz));
    const n = tanh(add(xn, this.resetAfter ? mul(r, hn) : this.#candidate(mul(r, masked(h, mask)))));
    return { h: add(mul(sub(1, z), n), mul(z, h)) };
  }

  /** W_hn h + b_hn */
  #candidate(h: Tensor): Tensor {
    const at = 2 * this.sizes.h;
    return linear(h, slice(this.weight_hh, 0, at), this.bias_hh && slice(this.bias_hh, 0, at));
  }
}
