import { eq, maximum, softmax, sum, type Tensor, where } from '#autograd';

/**
 * The softmax over those places of the last axis where the mask is 1, and 0 elsewhere.
 *
 * A row without any is 0. It is computed with all its places and closed afterwards, since 0 / 0 would be NaN, in the
 * gradient too.
 */
export function maskedSoftmax(scores: Tensor, mask: Tensor): Tensor {
  const closed = eq(sum(mask, -1, true), 0);
  const open = where(maximum(mask, closed), scores, Number.NEGATIVE_INFINITY);
  return where(mask, softmax(open), 0);
}
