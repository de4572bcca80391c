import { Tensor } from '#autograd';
import { overwrite } from '../tensor/guard.ts';
import { sameShape } from '../tensor/shape.ts';
import { doesNotLoad, type Misfit } from './messages/state-dict.ts';

/** Tensors by their dotted names, as PyTorch names them: `encoder.weight_ih_l0`. */
export type StateDict = Record<string, Tensor>;

/** What a module is made of: its own parameters, and modules with theirs. */
export type Parts = Record<string, Tensor | Module>;

/**
 * A computation with parameters, which are found: every tensor that a module has as a property is one, and so are those
 * of modules in its properties.
 *
 * @example
 * class Line extends Module {
 *   slope = tensor(2, { requiresGrad: true });
 *   forward = (x) => mul(x, this.slope);
 * }
 * Object.keys(new Line().namedParameters()); // ['slope']
 */
export abstract class Module {
  /** Whether dropout is at work: true until `eval`. */
  training = true;

  /** What this module is made of; a module whose names PyTorch derives otherwise says so here. */
  protected parts(): Parts {
    const parts = Object.entries(this).flatMap(([name, value]) => partsOf(name, value));
    return Object.fromEntries(parts);
  }

  /** Every parameter, by its dotted name, in the order in which the modules were made. */
  namedParameters(): StateDict {
    const named = Object.entries(this.parts()).flatMap(([name, part]) =>
      part instanceof Module
        ? Object.entries(part.namedParameters()).map(([inner, x]) => [`${name}.${inner}`, x])
        : [[name, part]],
    );
    return Object.fromEntries(named);
  }

  /** Every parameter once, also one that two modules share. */
  parameters(): Tensor[] {
    return [...new Set(Object.values(this.namedParameters()))];
  }

  /** Switches dropout on, here and in every module inside. */
  train(training = true): this {
    this.training = training;
    for (const part of Object.values(this.parts())) if (part instanceof Module) part.train(training);
    return this;
  }

  /** Switches dropout off, as when a model is used and no longer trained. */
  eval(): this {
    return this.train(false);
  }

  /** A copy of every parameter: what happens to the model afterwards does not change it. */
  stateDict(): StateDict {
    const copies = Object.entries(this.namedParameters()).map(([name, x]) => [name, copyOf(x)]);
    return Object.fromEntries(copies);
  }

  /**
   * Takes the numbers of `state` over into the parameters.
   *
   * @throws RangeError that lists what is missing, what is too much and what has another shape; then nothing has changed
   */
  loadStateDict(state: StateDict): this {
    const parameters = this.namedParameters();
    const misfits = misfitsOf(parameters, state);
    if (misfits.length > 0) throw doesNotLoad(this.constructor.name, misfits);
    for (const [name, x] of Object.entries(parameters)) overwrite(x).set(state[name].storage);
    return this;
  }
}

/** A list of modules counts its members: `layers.0`. */
function partsOf(name: string, value: unknown): [string, Tensor | Module][] {
  if (value instanceof Tensor || value instanceof Module) return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((one, i) => partsOf(`${name}.${i}`, one));
  return [];
}

function copyOf(x: Tensor): Tensor {
  return new Tensor(x.storage.slice(), x.shape);
}

function misfitsOf(parameters: StateDict, state: StateDict): Misfit[] {
  const missing = Object.keys(parameters).filter((name) => !Object.hasOwn(state, name));
  const unexpected = Object.keys(state).filter((name) => !Object.hasOwn(parameters, name));
  const others = Object.keys(parameters).filter(
    (name) => Object.hasOwn(state, name) && !sameShape(state[name].shape, parameters[name].shape),
  );
  return [
    ...missing.map((name): Misfit => ({ kind: 'missing', name, expected: parameters[name].shape })),
    ...unexpected.map((name): Misfit => ({ kind: 'unexpected', name, found: state[name].shape })),
    ...others.map(
      (name): Misfit => ({
        kind: 'other shape',
        name,
        expected: parameters[name].shape,
        found: state[name].shape,
      }),
    ),
  ];
}
