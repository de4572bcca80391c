import { requireInRange } from '../ranges.ts';
import type { Schedule } from './schedule.ts';

export interface ExponentialOptions {
  factor: number;
}

/**
 * factorˢᵗᵉᵖ, as `torch.optim.lr_scheduler.ExponentialLR`.
 *
 * @throws RangeError unless `factor` is 0 or more
 * @example
 * [0, 1, 2].map(exponential({ factor: 0.5 })); // [1, 0.5, 0.25]
 */
export function exponential({ factor }: ExponentialOptions): Schedule {
  requireInRange('exponential', { factor });
  return (step) => factor ** step;
}
