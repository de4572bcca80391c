import type { Case, Outcome } from '../case.ts';
import type { Encoded } from '../decode.ts';
import { compareDerived, type Derived } from './pytorch/derived.ts';
import { type GivenModule, run } from './pytorch/module.ts';

type Numbers = Record<string, Encoded>;

interface ModuleCase extends Case, GivenModule, Omit<Derived, 'grads'> {
  param_grads: Numbers;
  input_grads: Numbers;
}

/** A recurrent module with PyTorch's results, and its gradient by every parameter and input. */
export function checkPytorchModule({ param_grads, input_grads, ...one }: ModuleCase): Outcome {
  const { results, leaves } = run(one);
  return compareDerived(results, leaves, { ...one, grads: { ...param_grads, ...input_grads } });
}
