import type { Floats } from '../kernels/floats.ts';
import { Optimizer } from './optimizer.ts';
import type { Kept, Params } from './slots.ts';

export interface RMSpropOptions {
  /** 0.01 unless stated. */
  lr?: number;
  /** The share of the last mean that is kept; 0.99 unless stated. */
  alpha?: number;
  /** 1e-8 unless stated. */
  eps?: number;
  /** λ of the penalty ½ λ ‖θ‖²; 0 unless stated. */
  weightDecay?: number;
  /** The share of the last velocity that is kept; 0 unless stated. */
  momentum?: number;
  /** Whether to divide by the deviation of the gradient, not by its root mean square. */
  centered?: boolean;
}

type Settings = Required<RMSpropOptions>;

/**
 * Each element's gradient, divided by the root of the running mean of its square:
 *
 *     g ← g + λ θ
 *     s ← α s + (1 − α) g²
 *     m ← α m + (1 − α) g        and s − m² for s below, if centered
 *     v ← μ v + g / (√s + ε)
 *     θ ← θ − lr v
 *
 * As `torch.optim.RMSprop`. Hinton (2012), "Neural networks for machine learning", lecture 6e; centered as in Graves
 * (2013), "Generating sequences with recurrent neural networks".
 *
 * @throws RangeError and TypeError as `Optimizer`
 */
export class RMSprop extends Optimizer<Settings> {
  constructor(params: Params<Settings>, options: RMSpropOptions = {}) {
    const { lr = 1e-2, alpha = 0.99, eps = 1e-8, weightDecay = 0, momentum = 0, centered = false } = options;
    super(params, { lr, alpha, eps, weightDecay, momentum, centered });
  }

  protected override initial({ momentum, centered }: Settings): Record<string, number> {
    return {
      square_avg: 0,
      ...(centered && { grad_avg: 0 }),
      ...(momentum > 0 && { momentum_buffer: 0 }),
    };
  }

  protected override update(
    x: Floats,
    g: Floats,
    { square_avg: s, grad_avg: m, momentum_buffer: v }: Kept,
    _t: number,
    { lr, alpha, eps, weightDecay, momentum }: Settings,
  ): void {
    for (let i = 0; i < x.length; i++) {
      const slope = g[i] + weightDecay * x[i];
      s[i] = alpha * s[i] + (1 - alpha) * slope * slope;
      if (m) m[i] = alpha * m[i] + (1 - alpha) * slope;
      const scaled = slope / (Math.sqrt(m ? s[i] - m[i] * m[i] : s[i]) + eps);
      if (v) v[i] = momentum * v[i] + scaled;
      x[i] -= lr * (v ? v[i] : scaled);
    }
  }
}
