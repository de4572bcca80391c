import { requireInRange } from '../ranges.ts';
import type { Schedule } from './schedule.ts';

export interface CosineOptions {
  /** How long it falls. */
  steps: number;
  /** How far; 0 unless stated. */
  minimum?: number;
}

/**
 * minimum + (1 − minimum) (1 + cos(π step / steps)) / 2: from 1 down half a wave, and up again for who goes on, as
 * `torch.optim.lr_scheduler.CosineAnnealingLR` in closed form. Loshchilov and Hutter (2017), "SGDR: stochastic gradient
 * descent with warm restarts".
 *
 * @throws RangeError unless `steps` is an integer of 1 or more and `minimum` 0 or more
 * @example
 * [0, 5, 10].map(cosine({ steps: 10, minimum: 0.5 })); // [1, 0.75, 0.5]
 */
export function cosine({ steps, minimum = 0 }: CosineOptions): Schedule {
  requireInRange('cosine', { steps, minimum });
  return (step) => minimum + ((1 - minimum) * (1 + Math.cos((Math.PI * step) / steps))) / 2;
}
