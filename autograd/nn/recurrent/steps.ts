import { slice, type Tensor } from '#autograd';

/**
 * The rows of each step: as many as `sizes` says, one step after the other.
 *
 * Cut in halves, and these again: the gradient of a cut has the size of what was cut, so that steps cut one by one off
 * the whole would take T² work on the way back, and these T log T.
 */
export function stepsOf(x: Tensor, sizes: readonly number[]): Tensor[] {
  if (sizes.length <= 1) return sizes.length === 0 ? [] : [x];
  const half = sizes.length >> 1;
  const rows = sizes.slice(0, half).reduce((sum, n) => sum + n);
  return [
    ...stepsOf(slice(x, 0, 0, rows), sizes.slice(0, half)),
    ...stepsOf(slice(x, 0, rows), sizes.slice(half)),
  ];
}
