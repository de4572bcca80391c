import { requireInRange } from '../ranges.ts';
import type { Schedule } from './schedule.ts';

export interface StepDecayOptions {
  every: number;
  /** 0.1 unless stated. */
  factor?: number;
}

/**
 * factor^⌊step / every⌋: a fall in stairs, as `torch.optim.lr_scheduler.StepLR`.
 *
 * @throws RangeError unless `every` is an integer of 1 or more and `factor` 0 or more
 * @example
 * [0, 1, 2, 3, 4].map(stepDecay({ every: 2, factor: 0.5 })); // [1, 1, 0.5, 0.5, 0.25]
 */
export function stepDecay({ every, factor = 0.1 }: StepDecayOptions): Schedule {
  requireInRange('stepDecay', { every, factor });
  return (step) => factor ** Math.floor(step / every);
}
