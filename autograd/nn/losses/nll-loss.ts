import type { Indices, Tensor } from '#autograd';
import { ownLosses, reducedByWeight } from './class-loss.ts';
import type { ReductionOptions } from './reduction.ts';
import { readTargets, type TargetOptions } from './targets.ts';

export interface ClassLossOptions extends ReductionOptions, TargetOptions {}

/**
 * -w[class] ln p[class], the negative log-likelihood of the targets: `crossEntropy` of what `logSoftmax` has already
 * gone over.
 *
 * @param logProbabilities [C], or [N, C, d…]
 * @param targets classes: a number, or [N, d…]
 * @returns the mean, by weight, unless `reduction` states otherwise
 * @throws RangeError and ShapeError as `crossEntropy`
 * @example
 * nllLoss(tensor([[-1, -2], [-3, -4]]), [1, 0]).item(); // 2.5
 */
export function nllLoss(logProbabilities: Tensor, targets: Indices, options: ClassLossOptions = {}): Tensor {
  const read = readTargets('nllLoss', logProbabilities, targets, options);
  return reducedByWeight('nllLoss', ownLosses(logProbabilities, read), read, options.reduction);
}
