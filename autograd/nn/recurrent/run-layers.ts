import { concat, type Rng, select, stack, type Tensor } from '#autograd';
import { dropout, dropoutMask } from '../dropout.ts';
import type { Cell } from './cell.ts';
import { runDirection, type Steps } from './run-direction.ts';
import { mapState, mergeStates, type State } from './state.ts';

/** The cells of a network: `cells[layer][direction]`, forwards and perhaps backwards. */
export type Cells<S extends State> = readonly (readonly Cell<S>[])[];

/** What is dropped. */
export interface Dropping {
  /** Of what a layer gives to the next: new elements at every step. */
  dropout: number;
  /** Of what comes back to the gates: the same units at every step, others for each sequence, layer and direction. */
  recurrentDropout: number;
  rng: Rng;
  training: boolean;
}

/**
 * Layers × directions × time: a layer reads all that the one below gave, in each direction by itself, and joins both.
 *
 * @param initial parts [layers · directions, N, size], layer by layer, forwards before backwards
 * @returns what the last layer gave, and the state after every layer and direction in the form of `initial`
 */
export function runLayers<S extends State>(
  cells: Cells<S>,
  { data, batchSizes }: Steps,
  initial: S,
  dropping: Dropping,
): { output: Tensor; state: S } {
  const states: S[] = [];
  let output = data;
  for (const directions of cells) {
    const input = states.length === 0 ? data : betweenLayers(output, dropping);
    const runs = directions.map((cell, direction) => {
      const before = mapState(initial, (part) => select(part, 0, states.length + direction));
      const mask = recurrentMask(before.h, dropping);
      return runDirection(
        cell,
        { data: input, batchSizes },
        { initial: before, reverse: direction === 1, mask },
      );
    });
    states.push(...runs.map(({ state }) => state));
    output = sideBySide(runs.map((run) => run.output));
  }
  return { output, state: mergeStates(states, (parts) => stack(parts)) };
}

function betweenLayers(x: Tensor, { dropout: p, rng, training }: Dropping): Tensor {
  return dropout(x, p, rng, training);
}

function recurrentMask(h: Tensor, { recurrentDropout: p, rng, training }: Dropping): Tensor | undefined {
  return training && p > 0 ? dropoutMask(h.shape, p, rng, h) : undefined;
}

function sideBySide(xs: readonly Tensor[]): Tensor {
  return xs.length === 1 ? xs[0] : concat(xs, 1);
}
