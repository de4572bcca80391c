import { softmax, type Tensor, where } from '#autograd';

/** Its exponential is 0 beside any score. It is finite, so that a row without any place is no 0 / 0. */
const FAR_BELOW = -1e30;

/** The softmax over those places of the last axis where the mask is 1, and 0 elsewhere; all 0 for a row without any. */
export function maskedSoftmax(scores: Tensor, mask: Tensor): Tensor {
  return where(mask, softmax(where(mask, scores, FAR_BELOW)), 0);
}
