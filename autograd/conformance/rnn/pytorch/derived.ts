import { grad, mul, sum, type Tensor } from '#autograd';
import { firstFailure, type Outcome } from '../../case.ts';
import { within } from '../../compare.ts';
import { decode, type Encoded } from '../../decode.ts';
import { compareNamed, compareNested, type Tensors } from '../../named.ts';

type Numbers = Record<string, Encoded>;

/** What PyTorch computed in float64: results, the loss Σ ⟨cotangent, result⟩, and its gradient by every leaf. */
export interface Derived {
  outputs: Numbers;
  cotangents: Numbers;
  loss: number;
  grads: Numbers;
}

const near = within(1e-9, 0);

/** The results that came from the leaves, and the gradients that go back to them. */
export function compareDerived(results: Tensors, leaves: Tensors, derived: Derived): Outcome {
  const loss = lossOf(results, derived.cotangents);
  const slopes = grad(loss, Object.values(leaves));
  const gradients = Object.fromEntries(Object.keys(leaves).map((name, i) => [name, slopes[i]]));
  return firstFailure([
    compareNamed(results, derived.outputs, near),
    compareNested({ loss }, { loss: derived.loss }, near),
    compareNamed(gradients, derived.grads, near, 'gradient'),
  ]);
}

function lossOf(results: Tensors, cotangents: Numbers): Tensor {
  const parts = Object.entries(cotangents).map(([name, x]) => sum(mul(results[name], decode(x))));
  return parts.reduce((a, b) => a.add(b));
}
