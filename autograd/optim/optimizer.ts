import { type Tensor, zeroGrad } from '#autograd';
import type { Floats } from '../kernels/floats.ts';
import { overwrite } from '../tensor/guard.ts';
import { sameShape } from '../tensor/shape.ts';
import { gradientDoesNotFit } from './messages/parameters.ts';
import { requireInRange } from './ranges.ts';
import { type Kept, type Params, type Slot, slotsOf } from './slots.ts';
import { type OptimizerState, requireFitting, restore, stateOf } from './state-dict.ts';

/** What every optimiser has. */
export interface OptimizerOptions {
  lr: number;
}

/**
 * Moves parameters by their gradients. A new optimiser is a class that says how it moves one of them, in `update`, and
 * what it keeps for that, in `initial`.
 */
export abstract class Optimizer<O extends OptimizerOptions = OptimizerOptions> {
  readonly #slots: readonly Slot<O>[];
  #lr: number;

  /**
   * @param params the parameters, or groups of them with options of their own
   * @throws RangeError for an option out of its range, and for no parameters or one twice
   * @throws TypeError for a parameter that was computed from others
   */
  constructor(params: Params<O>, options: O) {
    this.#slots = slotsOf(this.constructor.name, params, options, (own) => this.initial(own));
    this.#lr = options.lr;
  }

  /** Names of what is kept for each element of a parameter, with the number that it starts with. */
  protected abstract initial(options: O): Record<string, number>;

  /**
   * Moves a parameter, in place.
   *
   * @param g its gradient
   * @param kept what was kept for it, to be brought up to date
   * @param t which step of this parameter it is: 1 for the first
   */
  protected abstract update(x: Floats, g: Floats, kept: Kept, t: number, options: O): void;

  /** The learning rate, to change between steps: `optimizer.lr = rate * schedule(step)`. */
  get lr(): number {
    return this.#lr;
  }

  set lr(lr: number) {
    requireInRange(this.constructor.name, { lr });
    this.#lr = lr;
  }

  /** All parameters, group after group. */
  get params(): readonly Tensor[] {
    return this.#slots.map(({ x }) => x);
  }

  /**
   * Moves every parameter that has a gradient.
   *
   * @throws ShapeError for a gradient of another shape; then none has moved
   */
  step(): void {
    this.#requireGradientsThatFit();
    for (const slot of this.#slots) if (slot.x.grad) this.#move(slot, slot.x.grad);
  }

  #move(slot: Slot<O>, grad: Tensor): void {
    const { x, kept, options, lrScale } = slot;
    slot.steps++;
    this.update(overwrite(x), grad.storage, kept, slot.steps, { ...options, lr: this.#lr * lrScale });
  }

  #requireGradientsThatFit(): void {
    for (const [i, { shape, grad }] of this.params.entries())
      if (grad && !sameShape(grad.shape, shape))
        throw gradientDoesNotFit(this.constructor.name, i, shape, grad.shape);
  }

  /** Forgets all gradients, as before each step of a training: `backward` adds to what is there. */
  zeroGrad(): void {
    zeroGrad(this.params);
  }

  /** All that the next steps follow from, to the bit, except the parameters themselves and the options. */
  stateDict(): OptimizerState {
    return stateOf(this.#lr, this.#slots);
  }

  /**
   * Goes on from where `state` was taken, with parameters that are as they were then.
   *
   * @throws RangeError that lists what is missing, what is too much and what is otherwise; then nothing has changed
   */
  loadStateDict(state: OptimizerState): this {
    requireFitting(this.constructor.name, this.stateDict(), state);
    restore(this.#slots, state);
    this.lr = state.numbers.lr;
    return this;
  }
}
