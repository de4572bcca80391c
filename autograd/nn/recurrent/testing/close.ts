import { expect } from 'vitest';
import { type NestedLike, Tensor, tensor } from '#autograd';
import type { State } from '../state.ts';

/** The largest difference of any two elements. */
export function distance(a: Tensor, b: Tensor): number {
  expect(a.shape).toEqual(b.shape);
  return a.size === 0 ? 0 : a.sub(b).abs().max().item();
}

export function expectClose(found: Tensor, expected: Tensor | NestedLike, within = 1e-12): void {
  const wanted = expected instanceof Tensor ? expected : tensor(expected);
  expect(distance(found.detach(), wanted.detach())).toBeLessThanOrEqual(within);
}

export function expectCloseStates<S extends State>(found: S, expected: S, within?: number): void {
  expect(Object.keys(found)).toEqual(Object.keys(expected));
  for (const part of Object.keys(expected) as (keyof S)[])
    expectClose(found[part] as Tensor, expected[part] as Tensor, within);
}
