import type { Floats } from '../kernels/floats.ts';
import { Adam, type AdamOptions } from './adam.ts';
import type { Kept, Params } from './slots.ts';

/**
 * Adam with the decay of weights apart from the gradient, so that m and v know nothing of it:
 *
 *     θ ← (1 − lr λ) θ
 *     then a step of Adam without λ
 *
 * As `torch.optim.AdamW`. Loshchilov and Hutter (2019), "Decoupled weight decay regularization"; their λ is lr λ here.
 *
 * @throws RangeError and TypeError as `Optimizer`
 */
export class AdamW extends Adam {
  constructor(params: Params<Required<AdamOptions>>, { weightDecay = 1e-2, ...options }: AdamOptions = {}) {
    super(params, { weightDecay, ...options });
  }

  protected override update(
    x: Floats,
    g: Floats,
    kept: Kept,
    t: number,
    options: Required<AdamOptions>,
  ): void {
    const share = 1 - options.lr * options.weightDecay;
    for (let i = 0; i < x.length; i++) x[i] *= share;
    super.update(x, g, kept, t, { ...options, weightDecay: 0 });
  }
}
