import { onesLike, zerosLike } from './create.ts';
import { gradDoesNotFit, needsNoGradient, noSeed } from './messages/gradients.ts';
import { type Node, needs } from './node.ts';
import { add } from './ops/arithmetic.ts';
import { sameShape } from './shape.ts';
import { sweep } from './sweep.ts';
import { Tensor } from './tensor.ts';

/**
 * Adds ∂⟨gradient, output⟩/∂x to `x.grad` of every leaf x that `output` was computed from.
 *
 * The graph stays, so it can be swept again; it goes with the last tensor that holds it.
 *
 * @param gradient what comes in from above, of the output's shape; 1 for a single number
 * @throws ShapeError when the gradient has another shape, or is missing and the output is no single number
 * @throws TypeError when the output needs no gradient, or a value that an op has kept was changed in place
 * @example
 * const x = tensor(3, { requiresGrad: true });
 * x.mul(x).backward();
 * x.grad?.item(); // 6
 */
export function backward(output: Tensor, gradient?: Tensor): void {
  requireNode('backward', output);
  sweep({
    outputs: [output],
    seeds: [seedOf('backward', output, gradient)],
    createGraph: false,
    read: ({ leaves, gradientOf }) => {
      for (const node of leaves) accumulate(node.y, gradientOf(node));
    },
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
  requireNode('grad', output);
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
  const wanted = inputs.map((x) => requireNode('grad', x));
  return sweep({
    outputs,
    seeds: cotangents,
    createGraph,
    keep: new Set(wanted),
    read: ({ gradientOf }) => wanted.map((node, i) => gradientOf(node) ?? zerosLike(inputs[i])),
  });
}

/**
 * Forgets the gradients of `params`, as before each step of a training: `backward` adds to what is there.
 *
 * @example
 * const w = tensor(3, { requiresGrad: true });
 * w.mul(2).backward();
 * zeroGrad([w]);
 * w.grad; // null
 */
export function zeroGrad(params: Iterable<Tensor>): void {
  for (const x of params) x.grad = null;
}

/** The first gradient is copied, since one tensor may be the gradient of several leaves. A vjp may have given none. */
function accumulate(leaf: Tensor, gradient: Tensor | null): void {
  if (gradient === null) return;
  if (leaf.grad === null) leaf.grad = new Tensor(gradient.storage.slice(), gradient.shape);
  else if (sameShape(leaf.grad.shape, leaf.shape)) leaf.grad = add(leaf.grad, gradient);
  else throw gradDoesNotFit(leaf, leaf.grad);
}

function seedOf(op: string, output: Tensor, gradient: Tensor | undefined): Tensor {
  if (gradient === undefined && output.size === 1) return onesLike(output);
  if (gradient && sameShape(gradient.shape, output.shape) && gradient.dtype === output.dtype) return gradient;
  throw noSeed(op, output, gradient);
}

function requireNode(op: string, x: Tensor): Node {
  if (needs(x)) return x.node!;
  throw needsNoGradient(op, x);
}
