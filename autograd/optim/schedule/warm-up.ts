import { requireInRange } from '../ranges.ts';
import type { Schedule } from './schedule.ts';

export interface WarmUpOptions {
  /** How long it rises. */
  steps: number;
  /** From where; 1/3 unless stated. */
  start?: number;
}

/**
 * From `start` to 1 in a straight line, then another schedule from its beginning, or 1 for ever: as
 * `torch.optim.lr_scheduler.LinearLR`, and the other in a `SequentialLR`.
 *
 * @throws RangeError unless `steps` is an integer of 1 or more and `start` 0 or more
 * @example
 * [0, 1, 2, 3, 4].map(warmUp({ steps: 2, start: 0.5 }, exponential({ factor: 0.1 }))); // [0.5, 0.75, 1, 0.1, 0.1 ** 2]
 */
export function warmUp({ steps, start = 1 / 3 }: WarmUpOptions, then: Schedule = () => 1): Schedule {
  requireInRange('warmUp', { steps, start });
  return (step) => (step < steps ? start + ((1 - start) * step) / steps : then(step - steps));
}
