import { div, gather, mul, squeeze, sub, sum, type Tensor, unsqueeze, where } from '#autograd';
import { nothingCounts } from '../messages/losses.ts';
import { type Reduction, reduced } from './reduction.ts';
import type { Targets } from './targets.ts';

/** -w[class] ln p[class] at each place, 0 where it does not count. */
export function ownLosses(logProbabilities: Tensor, { axis, classes, counted, weights }: Targets): Tensor {
  const own = squeeze(gather(logProbabilities, axis, unsqueeze(classes, axis)), axis);
  // not a product with 0, which is NaN where p is 0; and not `neg`, which makes a loss of -0
  return sub(0, mul(weights, where(counted, own, 0)));
}

/**
 * As `reduced`, but for the mean, which divides by what the places weigh together.
 *
 * @throws RangeError when that is 0, and the mean would be 0 / 0
 */
export function reducedByWeight(
  name: string,
  losses: Tensor,
  { weights }: Targets,
  reduction: Reduction = 'mean',
): Tensor {
  if (reduction !== 'mean') return reduced(losses, reduction);
  const total = sum(weights).item();
  if (total === 0) throw nothingCounts(name, weights.shape);
  return div(sum(losses), total);
}
