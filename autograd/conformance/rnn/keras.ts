import { select, type Tensor } from '#autograd';
import type { Case, Outcome } from '../case.ts';
import { compare, within } from '../compare.ts';
import { decode, type Encoded } from '../decode.ts';
import { call, type KerasBidirectional } from './keras/call.ts';
import type { KerasLayer } from './keras/layer.ts';

type KerasCase = Case &
  (KerasLayer | KerasBidirectional) & {
    x: Encoded;
    kw: { mask?: Encoded; initial_state?: Encoded | Encoded[] };
    /** What the layer, which is stateful then, was called with before. */
    prev: Encoded[];
    /** What is looked at: the first output, a row of it, or the output with that number, states behind the others. */
    path: [] | [row: number] | [output: string];
    expected: Encoded;
    atol: number;
    rtol: number;
  };

/** Keras's recurrent layers with masks, states, directions and merges, in terms of our layers and cells. */
export function checkKeras(one: KerasCase): Outcome {
  const { mask, initial_state } = one.kw;
  let states = initial_state && [initial_state].flat().map((part) => decode(part));
  for (const x of one.prev) states = call(one, decode(x), states).states;
  const { outputs, states: after } = call(one, decode(one.x), states, mask && decode(mask));
  const found = at([...outputs, ...after], one.path);
  return compare([found], [one.expected], within(one.atol, one.rtol));
}

function at(outputs: Tensor[], [place]: KerasCase['path']): Tensor {
  if (typeof place === 'string') return outputs[Number(place.replace('out', ''))];
  return place === undefined ? outputs[0] : select(outputs[0], 0, place);
}
