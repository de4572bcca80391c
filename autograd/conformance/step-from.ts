import { type Tensor, tensor } from '#autograd';
import type { Optimizer } from '#autograd/optim';

/** A parameter after a step, and what its optimiser keeps for it, by PyTorch's names. */
export interface Stepped {
  x: Tensor;
  kept: Record<string, Tensor>;
}

/**
 * One step from a state of someone else's: loaded into a new optimiser, and read from it afterwards.
 *
 * @param kept what differs from the state that the optimiser starts with
 * @param steps how many there have been
 */
export function stepFrom(
  make: (params: readonly Tensor[]) => Optimizer,
  x: Tensor,
  g: Tensor,
  kept: Record<string, Tensor>,
  steps: number,
): Stepped {
  const y = tensor(x.toArray(), { dtype: x.dtype, requiresGrad: true });
  y.grad = g;
  const optimizer = make([y]);
  const given = Object.entries(kept).map(([name, numbers]) => [`${name}.0`, numbers]);
  const tensors = { ...optimizer.stateDict().tensors, ...Object.fromEntries(given) };
  optimizer.loadStateDict({ tensors, numbers: { lr: optimizer.lr, 'step.0': steps } }).step();
  return { x: y, kept: withoutIndex(optimizer.stateDict().tensors) };
}

function withoutIndex(tensors: Record<string, Tensor>): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(tensors).map(([name, x]) => [name.replace(/\.0$/, ''), x]));
}
