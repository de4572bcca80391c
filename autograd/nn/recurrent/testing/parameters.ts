import type { Tensor } from '#autograd';
import type { Module } from '#autograd/nn';
import { overwrite } from '../../../tensor/guard.ts';

/** The module with the parameters ½ sin 1, ½ sin 2, … in the order of their names, as PyTorch was given them. */
export function withSines<M extends Module>(module: M): M {
  let k = 0;
  for (const x of module.parameters()) {
    const numbers = overwrite(x);
    for (let i = 0; i < numbers.length; i++) numbers[i] = Math.sin(++k) / 2;
  }
  return module;
}

/** What `module.forward` gives as a function of the parameters and of `inputs` (for `gradcheck`). */
export function asFunction<M extends Module, Y>(module: M, run: (module: M, inputs: readonly Tensor[]) => Y) {
  const names = Object.keys(module.namedParameters());
  return (...tensors: Tensor[]): Y => {
    const parameters = tensors.splice(0, names.length);
    return run(
      Object.assign(module, Object.fromEntries(names.map((name, i) => [name, parameters[i]]))),
      tensors,
    );
  };
}
