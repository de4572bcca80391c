import { type Shape, Tensor } from '#autograd';
import { sameShape } from '../../tensor/shape.ts';
import { wrongState } from './messages/shapes.ts';
import { noState } from './messages/values.ts';
import type { Sizes, State } from './state.ts';

/** Throws unless `state` has all its parts, each of them [...lead, size]. */
export function requireState<S extends State>(where: string, state: S, sizes: Sizes<S>, lead: Shape): void {
  for (const [part, size] of Object.entries<number>(sizes)) {
    const x: unknown = state[part as keyof S];
    if (!(x instanceof Tensor)) throw noState(where, part, Object.keys(sizes));
    if (!sameShape(x.shape, [...lead, size])) throw wrongState(where, part, x.shape, [...lead, size]);
  }
}
