import { arange, flip, lt, mul, ones, select, stack, type Tensor, unsqueeze, zeros } from '#autograd';
import type { Tensors } from '../../named.ts';
import { hsOf, type State, walk } from '../composed/step.ts';
import type { OnnxRnn } from './case.ts';
import { stepOf } from './step.ts';

/** Y, Y_h and, of an LSTM, Y_c, composed of ops. */
export function composed(one: OnnxRnn, inputs: Tensors): Tensors {
  const passes = Array.from({ length: inputs.W.shape[0] }, (_, direction) => pass(one, inputs, direction));
  const parts = Object.keys(passes[0].last);
  const last = parts.map((part) => [`Y_${part}`, stack(passes.map((each) => each.last[part]))]);
  const hs = passes.map((each) => each.hs);
  return { Y: stack(hs, 1), ...Object.fromEntries(last) };
}

/** The states h [T, N, H] of one direction, at the places of their inputs, and the last state. */
function pass(one: OnnxRnn, inputs: Tensors, direction: number): { hs: Tensor; last: State } {
  const backwards = one.onnx.attrs.direction === 'reverse' || direction === 1;
  const turned = (x: Tensor) => (backwards ? flip(x, 0) : x);
  const kept = keptSteps(inputs);
  const first = firstState(one, inputs, direction);
  const states = walk(stepOf(one, inputs, direction), turned(inputs.X), first, turned(kept));
  return { hs: mul(turned(hsOf(states, 0)), unsqueeze(kept, 2)), last: states.at(-1)! };
}

/** [T, N]: 1 for the steps of a sequence, 0 behind its end. */
function keptSteps({ X, sequence_lens }: Tensors): Tensor {
  const [steps, batch] = X.shape;
  return sequence_lens ? lt(unsqueeze(arange(0, steps), 1), sequence_lens) : ones([steps, batch]);
}

function firstState({ cell, onnx }: OnnxRnn, inputs: Tensors, direction: number): State {
  const zero = zeros([inputs.X.shape[1], onnx.attrs.hidden_size]);
  const part = (given?: Tensor) => (given ? select(given, 0, direction) : zero);
  const h = part(inputs.initial_h);
  return cell === 'lstm' ? { h, c: part(inputs.initial_c) } : { h };
}
