import type { Tensor } from '#autograd';
import { customOp } from '../../extend.ts';

export type Forward = (...xs: Tensor[]) => Tensor;
/** ∂L/∂xᵢ from ∂L/∂y. */
export type Rule = (dy: Tensor, y: Tensor, ...xs: Tensor[]) => Tensor;

/** A function, one rule for each of its inputs, and points at which it is smooth. */
export interface Definition {
  forward: Forward;
  rules: readonly Rule[];
  draw(rng: () => number): Tensor[];
}

/** The function with these rules as its backward, whatever the engine would have made of it. */
export function ownOp({ forward, rules }: Pick<Definition, 'forward' | 'rules'>): Forward {
  return customOp({
    name: 'ownOp',
    forward,
    vjp: (dy: Tensor, y: Tensor, ...xs: Tensor[]) => rules.map((rule) => rule(dy, y, ...xs)),
  });
}

/** The op with another rule for input `i`, or for all, made from the right one. */
export function spoil(definition: Definition, wrong: (right: Rule) => Rule, i?: number): Forward {
  const rules = definition.rules.map((rule, k) => (i === undefined || i === k ? wrong(rule) : rule));
  return ownOp({ ...definition, rules });
}
