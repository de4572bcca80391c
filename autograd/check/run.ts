import { pullBack } from '../tensor/backward.ts';
import { zerosLike } from '../tensor/create.ts';
import { withRecording } from '../tensor/graph.ts';
import { Tensor } from '../tensor/tensor.ts';
import { tensorsIn } from './tensors-in.ts';

/** A function of tensors; its result is a tensor, or plain data with tensors anywhere in it. */
export type Differentiable = (...inputs: Tensor[]) => unknown;

/** f at a point: the leaves it was given, and the tensors of its result. */
export interface Run {
  leaves: readonly Tensor[];
  outputs: readonly Tensor[];
}

/** On fresh leaves, so that nothing is left behind in the given tensors. */
export function run(f: Differentiable, inputs: readonly Tensor[]): Run {
  return runOn(
    f,
    inputs.map((x) => new Tensor(x.storage.slice(), x.shape, true)),
  );
}

export function runOn(f: Differentiable, leaves: readonly Tensor[]): Run {
  return { leaves, outputs: withRecording(true, () => tensorsIn(f(...leaves))) };
}

/**
 * The gradients of Σₖ ⟨cotangents[k], outputs[k]⟩ by the leaves; zeros where none arrives. A result that is cut from the
 * graph is left out.
 */
export function pull({ leaves, outputs }: Run, cotangents: readonly Tensor[], createGraph = false): Tensor[] {
  const live = outputs.flatMap((y, k) => (y.requiresGrad ? [k] : []));
  const [ys, cs] = [outputs, cotangents].map((all) => live.map((k) => all[k]));
  return live.length === 0 ? leaves.map(zerosLike) : pullBack(ys, cs, leaves, createGraph);
}

/** The gradient as a function of its own: of the inputs, then of what comes from above. */
export function slopesOf(f: Differentiable, inputs: number): Differentiable {
  return (...at) => pull(runOn(f, at.slice(0, inputs)), at.slice(inputs), true);
}
