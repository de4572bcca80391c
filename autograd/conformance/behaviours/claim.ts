import type { Nested, Tensor } from '#autograd';
import type { Case } from '../case.ts';

/** What was looked at, what it is, what it should be. */
export type Claim = [what: string, found: unknown, expected: unknown];

export interface BehaviourCase extends Case {
  // biome-ignore lint/suspicious/noExplicitAny: numbers and words, different for every case
  setup: Record<string, any>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  expect: Record<string, any>;
}

/** Does what the case says, and claims what it expects. */
export type Behaviour = (one: BehaviourCase) => Claim[];

/** The gradient that arrived, as nested arrays. */
export function gradOf(x: Tensor): Nested | null {
  return x.grad === null ? null : x.grad.toArray();
}

export function throws(f: () => unknown): boolean {
  try {
    f();
    return false;
  } catch {
    return true;
  }
}
