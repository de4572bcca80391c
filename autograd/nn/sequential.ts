import type { Tensor } from '#autograd';
import { Module } from './module.ts';

/** What makes a tensor of a tensor: a module, or a plain function such as `tanh`. */
export type Stage = ((x: Tensor) => Tensor) | (Module & { forward(x: Tensor): Tensor });

/**
 * Steps one after another, as `torch.nn.Sequential`. Parameters are named by the place of their module, where a function
 * counts too: PyTorch's `Tanh()` is `tanh` here, and the names are the same.
 *
 * @example
 * const rng = seededRng(1);
 * const model = new Sequential(new Linear(2, 3, { rng }), tanh, new Linear(3, 1, { rng }));
 * Object.keys(model.namedParameters()); // ['0.weight', '0.bias', '2.weight', '2.bias']
 * model.forward(zeros([5, 2])).shape; // [5, 1]
 */
export class Sequential extends Module {
  readonly steps: readonly Stage[];

  constructor(...steps: Stage[]) {
    super();
    this.steps = steps;
  }

  protected override parts(): Record<string, Module> {
    const modules = this.steps.flatMap((step, i) => (step instanceof Module ? [[i, step]] : []));
    return Object.fromEntries(modules);
  }

  forward(x: Tensor): Tensor {
    return this.steps.reduce((y, step) => (step instanceof Module ? step.forward(y) : step(y)), x);
  }
}
