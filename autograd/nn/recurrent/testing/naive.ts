import { concat, select, slice, stack, type Tensor, zeros } from '#autograd';
import type { Cell } from '../cell.ts';
import { mapState, mergeStates, type State } from '../state.ts';
import type { Layer } from './layers.ts';

/** What a layer gives for a batch [T, N, I], one sequence after the other, one step after the other. */
export function readNaively(
  layer: Layer,
  x: Tensor,
  lengths: readonly number[],
  state: State,
): { output: Tensor; state: State } {
  const rows = lengths.map((length, n) =>
    sequenceNaively(
      layer,
      select(slice(x, 0, 0, length), 1, n),
      mapState(state, (part) => select(part, 1, n)),
    ),
  );
  const T = x.shape[0];
  return {
    output: stack(
      rows.map(({ output }) => concat([output, zeros([T - output.shape[0], output.shape[1]])])),
      1,
    ),
    state: mergeStates(
      rows.map((row) => row.state),
      (parts) => stack(parts, 1),
    ),
  };
}

/** [length, I] */
function sequenceNaively(layer: Layer, x: Tensor, state: State): { output: Tensor; state: State } {
  let output = x;
  const after: State[] = [];
  for (const cells of layer.cells) {
    const both = cells.map((cell, direction) => {
      const before = mapState(state, (part) => select(part, 0, after.length + direction));
      return direction === 0 ? along(cell, output, before) : backAlong(cell, output, before);
    });
    after.push(...both.map((one) => one.state));
    output = concat(
      both.map((one) => one.output),
      1,
    );
  }
  return { output, state: mergeStates(after, (parts) => stack(parts)) };
}

function along(cell: Cell<State>, x: Tensor, before: State): { output: Tensor; state: State } {
  let state = before;
  const outputs = [];
  for (let t = 0; t < x.shape[0]; t++) {
    state = cell.forward(select(x, 0, t), state);
    outputs.push(state.h);
  }
  return { output: outputs.length > 0 ? stack(outputs) : zeros([0, before.h.size]), state };
}

function backAlong(cell: Cell<State>, x: Tensor, before: State): { output: Tensor; state: State } {
  const { output, state } = along(cell, x.flip(0), before);
  return { output: output.flip(0), state };
}
