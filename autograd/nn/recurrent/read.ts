import { squeeze, type Tensor, unsqueeze } from '#autograd';
import { entriesAt } from './entries.ts';
import { type Network, requireBatch, requireRows, stateBefore } from './network.ts';
import { packPadded } from './pack-padded.ts';
import type { PackedSequence } from './packed-sequence.ts';
import { padPacked } from './pad-packed.ts';
import { runLayers } from './run-layers.ts';
import { mapState, type State } from './state.ts';

/** What a layer takes beside the input. */
export interface Given<S extends State> {
  /** Parts [layers · directions, N, size]; zeros unless given. */
  state?: S;
  /** How many of the T steps each of the N sequences has, perhaps none; all unless given. */
  lengths?: readonly number[];
}

/** What a layer gives: h of the last layer at every step, and what all layers and directions remember in the end. */
export interface Read<S extends State, Output = Tensor> {
  output: Output;
  /** In the form in which it can be given: PyTorch's h_n, and c_n. */
  state: S;
}

/** One sequence [T, I] is a batch of one. */
export function readSingle<S extends State>(
  network: Network<S>,
  x: Tensor,
  { state, lengths }: Given<S>,
): Read<S> {
  const batch = network.batchFirst ? 0 : 1;
  const one = unsqueeze(x, batch);
  requireBatch(network, one);
  const before = mapState(stateBefore(network, state, [], x), (part) => unsqueeze(part, 1));
  const { output, state: after } = readPadded(network, one, { state: before, lengths });
  return { output: squeeze(output, batch), state: mapState(after, (part) => squeeze(part, 1)) };
}

/** A padded batch is packed first, so that padding is never looked at. */
export function readPadded<S extends State>(
  network: Network<S>,
  x: Tensor,
  { state, lengths }: Given<S>,
): Read<S> {
  requireBatch(network, x);
  const { batchFirst } = network;
  const [T, N] = batchFirst ? [x.shape[1], x.shape[0]] : x.shape;
  const packed = packPadded(x, lengths ?? new Array(N).fill(T), { batchFirst });
  const { output, state: after } = readPacked(network, packed, state);
  return { output: padPacked(output, { batchFirst, totalLength: T }).output, state: after };
}

export function readPacked<S extends State>(
  network: Network<S>,
  packed: PackedSequence,
  state?: S,
): Read<S, PackedSequence> {
  const { data, sortedIndices, unsortedIndices } = packed;
  requireRows(network, data);
  const before = stateBefore(network, state, [sortedIndices.length], data);
  const sorted = mapState(before, (part) => entriesAt(part, 1, sortedIndices));
  const { output, state: after } = runLayers(network.cells, packed, sorted, network);
  return {
    output: { ...packed, data: output },
    state: mapState(after, (part) => entriesAt(part, 1, unsortedIndices)),
  };
}
