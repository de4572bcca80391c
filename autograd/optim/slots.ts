import { full, Tensor } from '#autograd';
import type { Floats } from '../kernels/floats.ts';
import { noTensor } from '../tensor/messages/values.ts';
import { LEAF } from '../tensor/node.ts';
import { noParameters, notALeaf, parameterTwice } from './messages/parameters.ts';
import { requireInRange } from './ranges.ts';

/** Parameters with options of their own: `{ params: biases, weightDecay: 0 }`. */
export type ParameterGroup<O> = Partial<Omit<O, 'lr'>> & {
  params: readonly Tensor[];
  /** The group's rate is this times the optimiser's `lr`; 1 unless stated. */
  lrScale?: number;
  /** All groups follow the `lr` of the optimiser; `lrScale` says how. */
  lr?: never;
};

export type Params<O> = readonly Tensor[] | readonly ParameterGroup<O>[];

/** Numbers that an optimiser keeps for a parameter, one for each element, by PyTorch's names. */
export type Kept = Record<string, Floats>;

/** A parameter, and what its optimiser knows of it. */
export interface Slot<O> {
  readonly x: Tensor;
  readonly options: O;
  readonly lrScale: number;
  readonly kept: Kept;
  /** How often it was moved. */
  steps: number;
}

/** @param initial what is kept for a parameter, and the number that it starts with */
export function slotsOf<O extends object>(
  optimizer: string,
  params: Params<O>,
  options: O,
  initial: (options: O) => Record<string, number>,
): Slot<O>[] {
  const groups = isGrouped(params) ? params : [{ params } as ParameterGroup<O>];
  requireParameters(
    optimizer,
    groups.flatMap((group) => group.params),
  );
  return groups.flatMap(({ params, lrScale = 1, ...own }) => {
    const merged: O = { ...options, ...own };
    requireInRange(optimizer, { lrScale, ...merged });
    return params.map((x) => ({ x, options: merged, lrScale, kept: keptFor(x, initial(merged)), steps: 0 }));
  });
}

function isGrouped<O>(params: Params<O>): params is readonly ParameterGroup<O>[] {
  return params.length > 0 && !(params[0] instanceof Tensor);
}

function keptFor({ shape, dtype }: Tensor, initial: Record<string, number>): Kept {
  const filled = Object.entries(initial).map(([name, value]) => [
    name,
    full(shape, value, { dtype }).storage,
  ]);
  return Object.fromEntries(filled);
}

function requireParameters(optimizer: string, params: readonly Tensor[]): void {
  if (params.length === 0) throw noParameters(optimizer);
  for (const [i, x] of params.entries()) {
    if (!(x instanceof Tensor)) throw noTensor(optimizer, x);
    if (x.node !== null && x.node.rule !== LEAF) throw notALeaf(optimizer, i, x, x.node.rule.name);
    if (params.indexOf(x) < i) throw parameterTwice(optimizer, params.indexOf(x), i);
  }
}
