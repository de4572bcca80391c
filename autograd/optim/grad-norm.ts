import type { Tensor } from '#autograd';
import { requireInRange } from './ranges.ts';

/**
 * (Σ |g|ᵖ)^(1/p) over all elements of all gradients: how large the next step would be. Parameters without one count 0.
 *
 * @param normType p; 2 unless stated, and Infinity gives the largest |g|
 * @throws RangeError unless p is above 0
 * @example
 * const [w, b] = [tensor([0, 0], { requiresGrad: true }), tensor(0, { requiresGrad: true })];
 * w.mul(tensor([1, 2])).sum().add(b.mul(2)).backward();
 * gradNorm([w, b]); // 3
 */
export function gradNorm(params: readonly Tensor[], normType = 2): number {
  requireInRange('gradNorm', { normType });
  if (normType === 2) return Math.sqrt(fold(params, (sum, g) => sum + g * g));
  if (normType === Number.POSITIVE_INFINITY) return fold(params, (most, g) => Math.max(most, Math.abs(g)));
  return fold(params, (sum, g) => sum + Math.abs(g) ** normType) ** (1 / normType);
}

function fold(params: readonly Tensor[], join: (sofar: number, g: number) => number): number {
  let result = 0;
  for (const { grad } of params)
    if (grad) for (let i = 0; i < grad.size; i++) result = join(result, grad.storage[i]);
  return result;
}
