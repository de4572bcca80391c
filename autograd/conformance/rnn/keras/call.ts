import { add, concat, div, flip, mul, type Tensor } from '#autograd';
import type { KerasLayer } from './layer.ts';
import { pass } from './pass.ts';

/** A layer in both directions; the one back is the one there with `go_backwards`, unless stated. */
export interface KerasBidirectional {
  layer: 'Bidirectional';
  cfg: { layer: KerasLayer; backward_layer?: KerasLayer; merge_mode?: keyof typeof MERGES | null };
}

/** What a call gives, and the states after it in Keras's order: h, c, there before back. */
export interface Call {
  outputs: Tensor[];
  states: Tensor[];
}

type Arguments = [x: Tensor, states?: Tensor[], mask?: Tensor];

const MERGES = {
  concat: (there: Tensor, back: Tensor) => concat([there, back], -1),
  sum: (there: Tensor, back: Tensor) => add(there, back),
  mul: (there: Tensor, back: Tensor) => mul(there, back),
  ave: (there: Tensor, back: Tensor) => div(add(there, back), 2),
};

export function call(one: KerasLayer | KerasBidirectional, ...given: Arguments): Call {
  return one.layer === 'Bidirectional' ? callBothWays(one, ...given) : callOneWay(one, ...given);
}

function callOneWay(one: KerasLayer, ...[x, states, mask]: Arguments): Call {
  const [h, c] = states ?? [];
  const { hs, state } = pass(one, x, h && (c ? { h, c } : { h }), mask);
  return { outputs: [one.cfg.return_sequences ? hs : state.h], states: Object.values(state) };
}

/** Outputs of the way back stand at the places of their inputs. */
function callBothWays({ cfg }: KerasBidirectional, ...[x, states, mask]: Arguments): Call {
  const half = states && states.length / 2;
  const there = callOneWay(cfg.layer, x, states?.slice(0, half), mask);
  const back = callOneWay(backwardsOf(cfg), x, states?.slice(half), mask);
  const turned = cfg.layer.cfg.return_sequences ? flip(back.outputs[0], 1) : back.outputs[0];
  const outputs = [there.outputs[0], turned];
  const { merge_mode = 'concat' } = cfg;
  return {
    outputs: merge_mode ? [MERGES[merge_mode](outputs[0], outputs[1])] : outputs,
    states: [...there.states, ...back.states],
  };
}

function backwardsOf({ layer, backward_layer }: KerasBidirectional['cfg']): KerasLayer {
  return backward_layer ?? { ...layer, cfg: { ...layer.cfg, go_backwards: !layer.cfg.go_backwards } };
}
