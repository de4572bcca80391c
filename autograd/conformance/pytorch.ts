import { grad, mul, sum, type Tensor, zeros } from '#autograd';
import type { OpCase, Outcome } from './case.ts';
import { compare, within } from './compare.ts';
import { decode, type Encoded } from './decode.ts';
import { operatorOf } from './families.ts';
import type { Call, Operator } from './pytorch/call.ts';
import { elementwise } from './pytorch/elementwise.ts';
import { indexing } from './pytorch/indexing.ts';
import { layers } from './pytorch/layers.ts';
import { layout } from './pytorch/layout.ts';
import { losses } from './pytorch/losses.ts';
import { reductions } from './pytorch/reductions.ts';

interface OpInfoCase extends OpCase {
  sample: { input: unknown; args: unknown[]; kwargs: Record<string, unknown> };
  outputs: Encoded[];
  /** One for each output; null, or left out, where it is not differentiable. */
  cotangents: (Encoded | null)[];
  leaf_paths: (string | number)[][];
  grads: (Encoded | null)[];
  hvp?: { direction: Encoded[]; result: (Encoded | null)[] };
}

const operators: Record<string, Operator> = {
  ...elementwise,
  ...reductions,
  ...layers,
  ...layout,
  ...indexing,
  ...losses,
};

/** Numbers of float64 that PyTorch made: outputs, gradients, and Hessian-vector products by differentiating twice. */
export function checkPytorch(one: OpInfoCase): Outcome {
  const sample = decodeSample(one.sample);
  const leaves = one.leaf_paths.map((path) => leafAt(sample, path));
  const operator = operatorOf<Operator>(one.op, operators, {
    map: (f) => (call) => f(call.input),
    pair: (f) => (call) => f(call.input, call.args[0]),
  });
  const ys = [operator(sample as Call)].flat();
  const near = within(1e-9, 1e-7);
  const outputs = compare(ys, one.outputs, near);
  if (outputs.kind === 'failed') return outputs;

  const slopes = gradients(productWith(ys, one.cotangents), leaves);
  const first = compare(slopes, orZeros(one.grads, leaves), near, 'gradient');
  if (first.kind === 'failed' || !one.hvp) return first;

  const curvatures = gradients(productWith(slopes, one.hvp.direction), leaves);
  return compare(curvatures, orZeros(one.hvp.result, leaves), near, 'Hessian-vector product');
}

/** Σₖ ⟨cotangents[k], ys[k]⟩ */
function productWith(ys: readonly Tensor[], cotangents: readonly (Encoded | null)[]): Tensor {
  const parts = ys.flatMap((y, k) => {
    const cotangent = cotangents[k];
    return cotangent && y.requiresGrad ? [sum(mul(y, decode(cotangent, y.dtype)))] : [];
  });
  return parts.reduce((a, b) => a.add(b), zeros([]));
}

function gradients(total: Tensor, leaves: readonly Tensor[]): Tensor[] {
  if (!total.requiresGrad) return leaves.map((leaf) => zeros(leaf.shape));
  return grad(total, leaves, { createGraph: true });
}

/** PyTorch's null for a leaf that was not used is zeros here. */
function orZeros(expected: readonly (Encoded | null)[], leaves: readonly Tensor[]): Encoded[] {
  return expected.map((x, i) => x ?? { shape: leaves[i].shape, data: [...zeros(leaves[i].shape).data] });
}

/** Tensors, and tuples and slices as arrays, anywhere in the arguments. */
function decodeSample(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeSample);
  if (typeof value !== 'object' || value === null) return value;
  if ('tensor' in value) {
    const { requires_grad, ...encoded } = value as unknown as Encoded & { requires_grad?: boolean };
    return decode(encoded, 'float64', requires_grad);
  }
  const list = Object.entries(value).find(([key]) => key === 'list' || key === 'tuple' || key === 'slice');
  if (list) return decodeSample(list[1]);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decodeSample(part)]));
}

function leafAt(sample: unknown, path: readonly (string | number)[]): Tensor {
  return path.reduce((part, key) => (part as Record<string | number, unknown>)[key], sample) as Tensor;
}
