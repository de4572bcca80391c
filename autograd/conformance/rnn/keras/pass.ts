import { flip, mul, ones, select, type Tensor, transpose, unsqueeze, where } from '#autograd';
import { hsOf, type State, walk } from '../composed/step.ts';
import { type KerasLayer, layerOf, stepOf, zeroState } from './layer.ts';

/** h at every step [N, T, H], in the order in which the steps were taken, and the state after the last. */
export interface Pass {
  hs: Tensor;
  state: State;
}

/** A layer over x [N, T, I]. A step that the mask [N, T] leaves out changes no state, and shows the h before it, or 0. */
export function pass(one: KerasLayer, x: Tensor, before?: State, mask?: Tensor): Pass {
  const turned = (y: Tensor) => (one.cfg.go_backwards ? flip(y, 1) : y);
  const kept = turned(mask ?? ones(x.shape.slice(0, 2)));
  const state = before ?? zeroState(one, x.shape[0]);
  const lengths = lengthsOf(kept);
  const whole = lengths
    ? byLayer(one, turned(x), state, kept, lengths)
    : stepByStep(one, turned(x), state, kept);
  return one.cfg.zero_output_for_mask ? { ...whole, hs: mul(whole.hs, unsqueeze(kept, 2)) } : whole;
}

/** How many steps of each sequence are kept, if they are the first ones. */
function lengthsOf(kept: Tensor): number[] | null {
  const rows = kept.toArray() as number[][];
  const holes = rows.some((row) => row.some((one, t) => t > 0 && one > row[t - 1]));
  return holes ? null : rows.map((row) => row.reduce((a, b) => a + b));
}

function byLayer(one: KerasLayer, x: Tensor, before: State, kept: Tensor, lengths: number[]): Pass {
  const state = mapState(before, (part) => unsqueeze(part, 0)) as { h: Tensor; c: Tensor };
  const { output, state: after } = layerOf(one, x.shape[2]).forward(x, { state, lengths });
  const last = mapState({ ...after }, (part) => select(part, 0, 0));
  return { hs: where(unsqueeze(kept, 2), output, unsqueeze(last.h, 1)), state: last };
}

function stepByStep(one: KerasLayer, x: Tensor, before: State, kept: Tensor): Pass {
  const states = walk(stepOf(one, x.shape[2]), transpose(x, 0, 1), before, transpose(kept, 0, 1));
  return { hs: hsOf(states, 1), state: states.at(-1)! };
}

function mapState(state: State, f: (part: Tensor) => Tensor): State {
  return Object.fromEntries(Object.entries(state).map(([name, part]) => [name, f(part)]));
}
