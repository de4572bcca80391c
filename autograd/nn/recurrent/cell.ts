import { mul, type Tensor } from '#autograd';
import { sameShape } from '../../tensor/shape.ts';
import { uniform } from '../init/uniform.ts';
import { linear } from '../linear.ts';
import { Module } from '../module.ts';
import { type InitOptions, parameter } from '../parameter.ts';
import { wrongInput, wrongMask } from './messages/shapes.ts';
import { requireState } from './require-state.ts';
import { type Sizes, type State, zeroState } from './state.ts';

export interface CellOptions extends InitOptions {
  /** Whether there are biases; true unless stated. */
  bias?: boolean;
}

/** How a cell is built: G gates of H units that see I inputs. */
export interface CellPlan<S extends State> {
  gates: number;
  inputSize: number;
  hiddenSize: number;
  /** The features of what it remembers; `h` is what comes back to the gates. */
  sizes: Sizes<S>;
}

/**
 * One step of a recurrent network: from an input and what is remembered to what is remembered next.
 *
 * Parameters have PyTorch's names and layout, the gates below one another, and at first are uniform within 1/√H.
 */
export abstract class Cell<S extends State> extends Module {
  /** [G·H, I] */
  readonly weight_ih: Tensor;
  /** [G·H, H] */
  readonly weight_hh: Tensor;
  /** [G·H] */
  readonly bias_ih: Tensor | null;
  /** [G·H] */
  readonly bias_hh: Tensor | null;
  readonly inputSize: number;
  readonly sizes: Sizes<S>;

  constructor(
    { gates, inputSize, hiddenSize, sizes }: CellPlan<S>,
    { rng, dtype, bias = true }: CellOptions,
  ) {
    super();
    const rows = gates * hiddenSize;
    const drawn = (shape: number[]) => uniform(parameter(shape, dtype), 1 / Math.sqrt(hiddenSize), rng);
    this.weight_ih = drawn([rows, inputSize]);
    this.weight_hh = drawn([rows, sizes.h]);
    this.bias_ih = bias ? drawn([rows]) : null;
    this.bias_hh = bias ? drawn([rows]) : null;
    this.inputSize = inputSize;
    this.sizes = sizes;
  }

  /**
   * The state after `x`.
   *
   * @param x [N, I], or [I] for a single sequence
   * @param state parts [N, size], or [size]; zeros unless given
   * @param mask like `h`, 0 or 1/(1-p): multiplies `h` where it enters the gates' product and nowhere else (recurrent
   *   dropout; Gal and Ghahramani, 2016)
   * @throws ShapeError when x has another number of features, or the state or the mask another shape
   */
  forward(x: Tensor, state?: S, mask?: Tensor): S {
    const where = this.constructor.name;
    const lead = x.shape.slice(0, -1);
    if (lead.length > 1 || x.shape.at(-1) !== this.inputSize)
      throw wrongInput(where, x.shape, [`[N, ${this.inputSize}]`, `[${this.inputSize}]`]);
    if (state) requireState(where, state, this.sizes, lead);
    const h = [...lead, this.sizes.h];
    if (mask && !sameShape(mask.shape, h)) throw wrongMask(where, mask.shape, h);
    return this.step(x, state ?? zeroState(this.sizes, lead, x.dtype), mask);
  }

  /** `forward` for what is known to fit. */
  abstract step(x: Tensor, state: S, mask?: Tensor): S;

  /** W_ih x + b_ih: what the input says to all gates, [N, G·H]. */
  protected fromInput(x: Tensor): Tensor {
    return linear(x, this.weight_ih, this.bias_ih);
  }

  /** W_hh (mask * h) + b_hh: what the past says to all gates, [N, G·H]. */
  protected fromPast(h: Tensor, mask?: Tensor): Tensor {
    return linear(masked(h, mask), this.weight_hh, this.bias_hh);
  }
}

/** mask * h, where there is a mask. */
export function masked(h: Tensor, mask?: Tensor): Tensor {
  return mask ? mul(mask, h) : h;
}
