import { onesLike, zerosLike } from './create.ts';
import { shapeError, show } from './errors.ts';
import { add } from './ops/arithmetic.ts';
import { sameShape } from './shape.ts';
import { requireNode, sweep } from './sweep.ts';
import { Tensor } from './tensor.ts';

/**
 * Adds ∂⟨gradient, output⟩/∂x to `x.grad` of every leaf x that `output` was computed from.
 *
 * @param gradient what comes in from above, of the output's shape; 1 for a single number
 * @throws ShapeError when the gradient has another shape, or is missing and the output is no single number
 * @throws TypeError when the output needs no gradient
 * @example
 * const x = tensor(3, { requiresGrad: true });
 * x.mul(x).backward();
 * x.grad?.item(); // 6
 */
export function backward(output: Tensor, gradient?: Tensor): void {
  sweep([output], [seedOf('backward', output, gradient)], false, (reached) => {
    for (const node of reached) if (node.leaf && node.gradient) addTo(node.leaf, node.gradient);
  });
}

export interface GradOptions {
  /** What comes in from above, of the output's shape; 1 for a single number. */
  gradOutputs?: Tensor;
  /** Records the backward computation too, so that the gradients can be differentiated again. */
  createGraph?: boolean;
}

/**
 * The gradients of ⟨gradOutputs, output⟩ with respect to `inputs`, zeros for one that was not used. No `grad` changes.
 *
 * @throws ShapeError and TypeError as `backward`; TypeError for an input without `requiresGrad`
 * @example
 * const x = tensor(2, { requiresGrad: true });
 * const [slope] = grad(pow(x, 3), [x], { createGraph: true }); // 3x²
 * grad(slope, [x])[0].item(); // 12
 */
export function grad(output: Tensor, inputs: readonly Tensor[], options: GradOptions = {}): Tensor[] {
  const seed = seedOf('grad', output, options.gradOutputs);
  return pullBack([output], [seed], inputs, options.createGraph);
}

/** The gradients of Σₖ ⟨cotangents[k], outputs[k]⟩ with respect to `inputs`. */
export function pullBack(
  outputs: readonly Tensor[],
  cotangents: readonly Tensor[],
  inputs: readonly Tensor[],
  createGraph = false,
): Tensor[] {
  const wanted = inputs.map(requireNode);
  return sweep(outputs, cotangents, createGraph, () =>
    wanted.map((node, i) => node.gradient ?? zerosLike(inputs[i])),
  );
}

/** Copies, since one tensor may be the gradient of several leaves. */
function addTo(leaf: Tensor, gradient: Tensor): void {
  leaf.grad = leaf.grad ? add(leaf.grad, gradient) : new Tensor(gradient.data.slice(), gradient.shape);
}

function seedOf(where: string, output: Tensor, gradient: Tensor | undefined): Tensor {
  if (gradient === undefined && output.size === 1) return onesLike(output);
  if (gradient && sameShape(gradient.shape, output.shape)) return gradient;
  const found = gradient ? `the gradient is ${show(gradient.shape)}` : 'there is no gradient to start from';
  throw shapeError(where, `the output is ${show(output.shape)}, ${found}.`);
}
