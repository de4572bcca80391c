import type { Shape, Tensor } from '#autograd';
import { wrongInput } from './messages/shapes.ts';
import { requireState } from './require-state.ts';
import type { Cells, Dropping } from './run-layers.ts';
import { type State, zeroState } from './state.ts';

/** What a recurrent layer is. */
export interface Network<S extends State> extends Dropping {
  cells: Cells<S>;
  batchFirst: boolean;
}

/** The state that was given, if it fits; zeros if none was. @param lead [N], or [] for a single sequence */
export function stateBefore<S extends State>(
  network: Network<S>,
  given: S | undefined,
  lead: Shape,
  { dtype }: Tensor,
): S {
  const { sizes } = network.cells[0][0];
  const whole = [network.cells.flat().length, ...lead];
  if (given) requireState(network.constructor.name, given, sizes, whole);
  return given ?? zeroState(sizes, whole, dtype);
}

/** Throws unless x is a padded batch. */
export function requireBatch<S extends State>(network: Network<S>, x: Tensor): void {
  const I = network.cells[0][0].inputSize;
  if (x.rank === 3 && x.shape[2] === I) return;
  const form = network.batchFirst ? `[N, T, ${I}]` : `[T, N, ${I}]`;
  throw wrongInput(network.constructor.name, x.shape, [form, `[T, ${I}]`]);
}

/** Throws unless x is what a packed batch holds. */
export function requireRows<S extends State>(network: Network<S>, x: Tensor): void {
  const I = network.cells[0][0].inputSize;
  if (x.rank !== 2 || x.shape[1] !== I)
    throw wrongInput(network.constructor.name, x.shape, [`packed rows [Σ batchSizes, ${I}]`]);
}
