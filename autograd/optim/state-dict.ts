import { Tensor } from '#autograd';
import { show } from '../tensor/errors.ts';
import { doesNotLoad, type Misfit } from './messages/state-dict.ts';
import type { Slot } from './slots.ts';

/**
 * All that an optimiser's next steps follow from, as plain data: `exp_avg.0` is what Adam keeps for parameter 0, under
 * PyTorch's name, `step.0` how often that was moved, `lr` the rate.
 */
export interface OptimizerState {
  tensors: Record<string, Tensor>;
  numbers: Record<string, number>;
}

/** A copy: what happens to the optimiser afterwards does not change it. */
export function stateOf(lr: number, slots: readonly Slot<unknown>[]): OptimizerState {
  const tensors = slots.flatMap(({ x, kept }, i) =>
    Object.entries(kept).map(([name, numbers]) => [`${name}.${i}`, new Tensor(numbers.slice(), x.shape)]),
  );
  const steps = slots.map(({ steps }, i) => [`step.${i}`, steps]);
  return { tensors: Object.fromEntries(tensors), numbers: { lr, ...Object.fromEntries(steps) } };
}

/** @throws RangeError that lists every entry of `state` that does not fit */
export function requireFitting(optimizer: string, own: OptimizerState, state: OptimizerState): void {
  const misfits = misfitsOf(described(own), described(state));
  if (misfits.length > 0) throw doesNotLoad(optimizer, misfits);
}

/** Takes over what `stateOf` gave, `lr` apart. */
export function restore(slots: readonly Slot<unknown>[], { tensors, numbers }: OptimizerState): void {
  for (const [i, slot] of slots.entries()) {
    slot.steps = numbers[`step.${i}`];
    for (const [name, kept] of Object.entries(slot.kept)) kept.set(tensors[`${name}.${i}`].storage);
  }
}

/** What each entry is, in words: entries of the same words are interchangeable. */
function described({ tensors, numbers }: OptimizerState): Record<string, string> {
  const shapes = Object.entries(tensors).map(([name, { shape }]) => [name, show(shape)]);
  const kinds = Object.entries(numbers).map(([name, value]) => [name, kindOf(name, value)]);
  return Object.fromEntries([...shapes, ...kinds]);
}

function kindOf(name: string, value: number): string {
  if (name === 'lr') return Number.isFinite(value) && value >= 0 ? 'a rate' : `${value}`;
  return Number.isSafeInteger(value) && value >= 0 ? 'a count' : `${value}`;
}

function misfitsOf(own: Record<string, string>, state: Record<string, string>): Misfit[] {
  return [...new Set([...Object.keys(own), ...Object.keys(state)])].flatMap((name): Misfit[] => {
    const [expected, found] = [own[name], state[name]];
    if (found === undefined) return [{ kind: 'missing', name, expected }];
    if (expected === undefined) return [{ kind: 'unexpected', name, found }];
    return found === expected ? [] : [{ kind: 'other', name, expected, found }];
  });
}
