import { concat, slice, type Tensor, zeros } from '#autograd';
import type { Cell } from './cell.ts';
import { mapState, mergeStates, type State } from './state.ts';
import { stepsOf } from './steps.ts';

/** Rows of all steps, one step after the other; `batchSizes[t]` of them are those of step t. */
export interface Steps {
  data: Tensor;
  batchSizes: readonly number[];
}

export interface Run<S extends State> {
  /** The state before the first step, [N, …]. */
  initial: S;
  /** From the last step to the first; the rows of `data` stay where they are. */
  reverse?: boolean;
  /** For recurrent dropout, the same at all steps: [N, size of h]. */
  mask?: Tensor;
}

/**
 * One layer in one direction: a cell at one step after another.
 *
 * At each step the first sequences of the batch are there, and their part of the state changes. Forwards, the state of
 * one that has ended stays as it was; backwards, that of one that has not begun is still the initial one.
 *
 * @returns h of every step, laid out as the input, and the state after the last one
 */
export function runDirection<S extends State>(
  cell: Cell<S>,
  { data, batchSizes }: Steps,
  { initial, reverse = false, mask }: Run<S>,
): { output: Tensor; state: S } {
  const inputs = stepsOf(data, batchSizes);
  const outputs = new Array<Tensor>(inputs.length);
  let state = initial;
  for (const t of reverse ? [...inputs.keys()].reverse() : inputs.keys()) {
    const n = batchSizes[t];
    const next = cell.step(
      inputs[t],
      mapState(state, (part) => firstRows(part, n)),
      mask && firstRows(mask, n),
    );
    outputs[t] = next.h;
    state = mergeStates([next, state], ([changed, whole]) => withFirstRows(whole, changed));
  }
  return { output: joined(outputs, data, cell.sizes.h), state };
}

function firstRows(x: Tensor, n: number): Tensor {
  return n === x.shape[0] ? x : slice(x, 0, 0, n);
}

/** `x` with `rows` in place of as many of its own. */
function withFirstRows(x: Tensor, rows: Tensor): Tensor {
  const n = rows.shape[0];
  return n === x.shape[0] ? rows : concat([rows, slice(x, 0, n)]);
}

function joined(outputs: readonly Tensor[], { dtype }: Tensor, size: number): Tensor {
  return outputs.length === 0 ? zeros([0, size], { dtype }) : concat(outputs);
}
