import type { Floats } from '../kernels/floats.ts';
import { nesterovWithoutMomentum } from './messages/ranges.ts';
import { Optimizer } from './optimizer.ts';
import type { Kept, Params } from './slots.ts';

export interface SGDOptions {
  /** 0.001 unless stated. */
  lr?: number;
  /** The share of the last velocity that is kept; 0 unless stated. */
  momentum?: number;
  /** The share of the gradient that the velocity leaves out, after the first step; 0 unless stated. */
  dampening?: number;
  /** Whether to look ahead along the velocity. */
  nesterov?: boolean;
  /** λ of the penalty ½ λ ‖θ‖²; 0 unless stated. */
  weightDecay?: number;
}

type Settings = Required<SGDOptions>;

/**
 * Stochastic gradient descent, with momentum μ and dampening τ if wanted:
 *
 *     g ← g + λ θ
 *     v ← μ v + (1 − τ) g        v = g in the first step
 *     θ ← θ − lr v               or θ − lr (g + μ v), Nesterov's
 *
 * As `torch.optim.SGD`. Sutskever, Martens, Dahl and Hinton (2013), "On the importance of initialization and momentum in
 * deep learning", have the rate inside v; that is the same as long as it does not change.
 *
 * @throws RangeError and TypeError as `Optimizer`; RangeError for `nesterov` without momentum or with dampening
 * @example
 * const w = tensor([1, 2], { requiresGrad: true });
 * const optimizer = new SGD([w], { lr: 0.25 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * w.toArray(); // [0.5, 1]
 */
export class SGD extends Optimizer<Settings> {
  constructor(params: Params<Settings>, options: SGDOptions = {}) {
    const { lr = 1e-3, momentum = 0, dampening = 0, nesterov = false, weightDecay = 0 } = options;
    super(params, { lr, momentum, dampening, nesterov, weightDecay });
  }

  protected override initial({ momentum, dampening, nesterov }: Settings): Record<string, number> {
    if (nesterov && !(momentum > 0 && dampening === 0)) throw nesterovWithoutMomentum(momentum, dampening);
    return momentum > 0 ? { momentum_buffer: 0 } : {};
  }

  protected override update(
    x: Floats,
    g: Floats,
    { momentum_buffer: v }: Kept,
    t: number,
    { lr, momentum, dampening, nesterov, weightDecay }: Settings,
  ): void {
    const share = t === 1 ? 1 : 1 - dampening;
    for (let i = 0; i < x.length; i++) {
      const slope = g[i] + weightDecay * x[i];
      if (v) v[i] = momentum * v[i] + share * slope;
      const velocity = v ? v[i] : slope;
      x[i] -= lr * (nesterov ? slope + momentum * velocity : velocity);
    }
  }
}
