import { pullBack } from '../tensor/backward.ts';
import { shapeError, show } from '../tensor/errors.ts';
import { withRecording } from '../tensor/graph.ts';
import { sameShape } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';
import { mapTensors, tensorsIn } from './tensors-in.ts';

export interface Vjp<Y> {
  /** What `f` returned, outside the graph. */
  value: Y;
  /** One for each tensor of the arguments, in the order of `tensorsIn`; zeros where it was not used. */
  gradients: Tensor[];
}

/**
 * Calls `f` and differentiates Σₖ ⟨cotangents[k], result[k]⟩ by every tensor among the arguments.
 *
 * Arguments and result are plain data with tensors anywhere in them; `tensorsIn` gives their order. The tensors that
 * `f` receives are fresh leaves, so the given ones stay as they are.
 *
 * @throws TypeError when a tensor of the result is cut from the graph
 * @throws ShapeError when there is not one cotangent of its shape for each tensor of the result
 * @example
 * const { gradients } = vjp((a, b) => mul(a, b), [tensor(2), tensor(5)], [tensor(1)]);
 * gradients.map((g) => g.item()); // [5, 2]
 */
export function vjp<Args extends unknown[], Y>(
  f: (...args: Args) => Y,
  args: Args,
  cotangents: readonly Tensor[],
): Vjp<Y> {
  return withRecording(true, () => {
    const leaves = mapTensors(args, asLeaf);
    const inputs = tensorsIn(leaves);
    const result = f(...leaves);
    const outputs = tensorsIn(result);
    requireGraph(outputs, inputs);
    requireCotangents(outputs, cotangents);
    const gradients = inputs.length === 0 ? [] : pullBack(outputs, cotangents, inputs);
    return { value: mapTensors(result, (t) => t.detach()), gradients };
  });
}

function asLeaf(t: Tensor): Tensor {
  return new Tensor(t.storage.slice(), t.shape, true);
}

function requireGraph(outputs: readonly Tensor[], inputs: readonly Tensor[]): void {
  const cut = outputs.findIndex((t) => !t.requiresGrad);
  if (cut < 0 || inputs.length === 0) return;
  throw new TypeError(
    `vjp: the result is cut from the graph: its tensor ${cut + 1} of ${outputs.length} does not need a gradient, although ` +
      `the arguments hold ${inputs.length} that do.\n  Compute it with the ops of #autograd, without detach, noGrad, ` +
      'data or toArray on the way.',
  );
}

function requireCotangents(outputs: readonly Tensor[], cotangents: readonly Tensor[]): void {
  const fits = outputs.every((y, k) => k < cotangents.length && sameShape(y.shape, cotangents[k].shape));
  if (fits && outputs.length === cotangents.length) return;
  const shapes = (ts: readonly Tensor[]) => ts.map((t) => show(t.shape)).join(', ') || 'none';
  throw shapeError('vjp', `the result has tensors ${shapes(outputs)}; cotangents are ${shapes(cotangents)}.`);
}
