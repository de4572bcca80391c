import type { Floats } from '../kernels/floats.ts';
import { Optimizer } from './optimizer.ts';
import type { Kept, Params } from './slots.ts';

export interface AdagradOptions {
  /** 0.01 unless stated. */
  lr?: number;
  /** η: the rate falls as 1 / (1 + (t − 1) η); 0 unless stated. */
  lrDecay?: number;
  /** λ of the penalty ½ λ ‖θ‖²; 0 unless stated. */
  weightDecay?: number;
  /** What the sums start with; 0 unless stated. */
  initialAccumulatorValue?: number;
  /** 1e-10 unless stated. */
  eps?: number;
}

type Settings = Required<AdagradOptions>;

/**
 * Each element's gradient, divided by the root of the sum of all its squares so far:
 *
 *     g ← g + λ θ
 *     s ← s + g²
 *     θ ← θ − lr / (1 + (t − 1) η) · g / (√s + ε)
 *
 * As `torch.optim.Adagrad`. Duchi, Hazan and Singer (2011), "Adaptive subgradient methods for online learning and
 * stochastic optimization".
 *
 * @throws RangeError and TypeError as `Optimizer`
 */
export class Adagrad extends Optimizer<Settings> {
  constructor(params: Params<Settings>, options: AdagradOptions = {}) {
    const { lr = 1e-2, lrDecay = 0, weightDecay = 0, initialAccumulatorValue = 0, eps = 1e-10 } = options;
    super(params, { lr, lrDecay, weightDecay, initialAccumulatorValue, eps });
  }

  protected override initial({ initialAccumulatorValue }: Settings): Record<string, number> {
    return { sum: initialAccumulatorValue };
  }

  protected override update(
    x: Floats,
    g: Floats,
    { sum: s }: Kept,
    t: number,
    { lr, lrDecay, weightDecay, eps }: Settings,
  ): void {
    const rate = lr / (1 + (t - 1) * lrDecay);
    for (let i = 0; i < x.length; i++) {
      const slope = g[i] + weightDecay * x[i];
      s[i] += slope * slope;
      x[i] -= (rate * slope) / (Math.sqrt(s[i]) + eps);
    }
  }
}
