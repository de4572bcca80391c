import { add, matmul, type Tensor, tanh, zeros } from '#autograd';
import { normal } from '../init/normal.ts';
import { Module } from '../module.ts';
import { type InitOptions, parameter } from '../parameter.ts';

/**
 * The lecture's listing of a simple RNN cell, which also reads out a y at every step:
 *
 *     h_t = tanh(x_t Wxh + h_{t-1} Whh + bh)        y_t = h_t Why + by
 *
 * Three things were mended. The listing uses the size of y without having been told it: here the constructor takes it.
 * It asks for its hidden size without having kept it: here the shape of Whh knows. And it ends where its loop begins:
 * here the loop does the step and collects y, as the step and the list that are ready for it suggest.
 *
 * It multiplies from the right, x W with W [in, out], where `RNNCell` has W x with W [out, in]: `weight_ih` is Wxhᵀ,
 * `weight_hh` is Whhᵀ, and bh is the sum of both biases. Nothing in `RNNCell` stands for Why and by; a `Linear` with
 * the weight Whyᵀ does.
 *
 * @example
 * const cell = new LectureRNNCell(2, 3, 4, { rng: seededRng(1) });
 * const { outputs, h } = cell.forward([zeros([1, 2]), zeros([1, 2])]);
 * outputs.map((y) => y.shape); // [[1, 4], [1, 4]]
 * h.shape; // [1, 3]
 */
export class LectureRNNCell extends Module {
  /** [I, H] */
  readonly Wxh: Tensor;
  /** [H, H] */
  readonly Whh: Tensor;
  /** [H, O] */
  readonly Why: Tensor;
  /** [1, H] */
  readonly bh: Tensor;
  /** [1, O] */
  readonly by: Tensor;

  constructor(inputSize: number, hiddenSize: number, outputSize: number, { rng, dtype }: InitOptions) {
    super();
    this.Wxh = normal(parameter([inputSize, hiddenSize], dtype), 0.01, rng);
    this.Whh = normal(parameter([hiddenSize, hiddenSize], dtype), 0.01, rng);
    this.Why = normal(parameter([hiddenSize, outputSize], dtype), 0.01, rng);
    this.bh = parameter([1, hiddenSize], dtype);
    this.by = parameter([1, outputSize], dtype);
  }

  /** One step of N sequences: x [N, I], hPrev [N, H] → y [N, O], h [N, H]. */
  step(x: Tensor, hPrev: Tensor): { y: Tensor; h: Tensor } {
    const h = tanh(add(add(matmul(x, this.Wxh), matmul(hPrev, this.Whh)), this.bh));
    const y = add(matmul(h, this.Why), this.by);
    return { y, h };
  }

  /** All steps, from h = 0: the inputs [N, I] one after the other, and as many outputs [N, O]; h is the last one. */
  forward(inputs: readonly Tensor[]): { outputs: Tensor[]; h: Tensor } {
    const [hiddenSize] = this.Whh.shape;
    const N = inputs[0]?.shape[0] ?? 1;
    const outputs: Tensor[] = [];
    let h = zeros([N, hiddenSize], { dtype: this.Whh.dtype });
    for (const x of inputs) {
      const next = this.step(x, h);
      h = next.h;
      outputs.push(next.y);
    }
    return { outputs, h };
  }
}
