import type { Tensor } from '#autograd';
import { overwrite } from '../tensor/guard.ts';
import { gradNorm } from './grad-norm.ts';
import { requireInRange } from './ranges.ts';

/**
 * Scales all gradients together, in place, so that their norm is at most `maxNorm`: the direction stays.
 *
 *     g ← g · min(1, maxNorm / (‖g‖ + 10⁻⁶))
 *
 * As `torch.nn.utils.clip_grad_norm_`, except that gradients whose norm is NaN or infinite stay as they are: the norm
 * that is returned tells of it. Pascanu, Mikolov and Bengio (2013), "On the difficulty of training recurrent neural
 * networks".
 *
 * @param normType as for `gradNorm`
 * @returns the norm before
 * @throws RangeError unless `maxNorm` is 0 or more and `normType` above 0
 * @example
 * const w = tensor([0, 0], { requiresGrad: true });
 * w.mul(tensor([30, 40])).sum().backward();
 * clipGradNorm([w], 1); // 50
 * gradNorm([w]).toFixed(4); // '1.0000'
 */
export function clipGradNorm(params: readonly Tensor[], maxNorm: number, normType = 2): number {
  requireInRange('clipGradNorm', { maxNorm, normType });
  const norm = gradNorm(params, normType);
  const factor = maxNorm / (norm + 1e-6);
  if (Number.isFinite(norm) && factor < 1) changeGradients(params, (g) => g * factor);
  return norm;
}

/**
 * Cuts every element of every gradient off at ±`clipValue`, in place, as `torch.nn.utils.clip_grad_value_`.
 *
 * @throws RangeError unless `clipValue` is 0 or more
 * @example
 * const w = tensor([0, 0], { requiresGrad: true });
 * w.mul(tensor([-3, 0.5])).sum().backward();
 * clipGradValue([w], 1);
 * w.grad.toArray(); // [-1, 0.5]
 */
export function clipGradValue(params: readonly Tensor[], clipValue: number): void {
  requireInRange('clipGradValue', { clipValue });
  changeGradients(params, (g) => Math.min(Math.max(g, -clipValue), clipValue));
}

function changeGradients(params: readonly Tensor[], change: (g: number) => number): void {
  for (const { grad } of params) {
    if (!grad) continue;
    const numbers = overwrite(grad);
    for (let i = 0; i < numbers.length; i++) numbers[i] = change(numbers[i]);
  }
}
