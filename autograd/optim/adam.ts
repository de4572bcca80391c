import type { Floats } from '../kernels/floats.ts';
import { Optimizer } from './optimizer.ts';
import type { Kept, Params } from './slots.ts';

export interface AdamOptions {
  /** 0.001 unless stated. */
  lr?: number;
  /** The shares of the last means that are kept, of the gradient's and of its square's; [0.9, 0.999] unless stated. */
  betas?: readonly [number, number];
  /** 1e-8 unless stated. */
  eps?: number;
  /** λ; 0 unless stated, and 0.01 for AdamW. */
  weightDecay?: number;
  /** Whether to divide by the largest mean so far, not by the last. */
  amsgrad?: boolean;
}

type Settings = Required<AdamOptions>;

/**
 * The running mean of each element's gradient, divided by the root of that of its square; both without the share of the
 * zeros that they start with:
 *
 *     g ← g + λ θ
 *     m ← β₁ m + (1 − β₁) g
 *     v ← β₂ v + (1 − β₂) g²
 *     θ ← θ − lr · m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε)
 *
 * As `torch.optim.Adam`: λ is that of a penalty ½ λ ‖θ‖². Kingma and Ba (2015), "Adam: a method for stochastic
 * optimization"; the largest v so far as in Reddi, Kale and Kumar (2018), "On the convergence of Adam and beyond".
 *
 * @throws RangeError and TypeError as `Optimizer`
 * @example
 * const w = tensor([4, -2], { requiresGrad: true });
 * const optimizer = new Adam([w], { lr: 0.3 });
 * for (let step = 0; step < 100; step++) {
 *   optimizer.zeroGrad();
 *   w.mul(w).sum().backward();
 *   optimizer.step();
 * }
 * w.norm().item() < 0.01; // true
 */
export class Adam extends Optimizer<Settings> {
  constructor(params: Params<Settings>, options: AdamOptions = {}) {
    const { lr = 1e-3, betas = [0.9, 0.999], eps = 1e-8, weightDecay = 0, amsgrad = false } = options;
    super(params, { lr, betas, eps, weightDecay, amsgrad });
  }

  protected override initial({ amsgrad }: Settings): Record<string, number> {
    return { exp_avg: 0, exp_avg_sq: 0, ...(amsgrad && { max_exp_avg_sq: 0 }) };
  }

  protected override update(
    x: Floats,
    g: Floats,
    { exp_avg: m, exp_avg_sq: v, max_exp_avg_sq: largest }: Kept,
    t: number,
    { lr, betas: [beta1, beta2], eps, weightDecay }: Settings,
  ): void {
    const rate = lr / (1 - beta1 ** t);
    const bias = Math.sqrt(1 - beta2 ** t);
    for (let i = 0; i < x.length; i++) {
      const slope = g[i] + weightDecay * x[i];
      m[i] = beta1 * m[i] + (1 - beta1) * slope;
      v[i] = beta2 * v[i] + (1 - beta2) * slope * slope;
      if (largest) largest[i] = Math.max(largest[i], v[i]);
      x[i] -= (rate * m[i]) / (Math.sqrt(largest ? largest[i] : v[i]) / bias + eps);
    }
  }
}
