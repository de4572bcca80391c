import { flip, permute, reshape, seededRng, type Tensor } from '#autograd';
import { GRU } from '#autograd/nn';
import type { Tensors } from '../../named.ts';
import { parametersIn } from '../composed/gates.ts';
import type { OnnxRnn } from './case.ts';
import { gatesOf } from './step.ts';

/** Y and Y_h of a layer with these weights in its cells, through which gradients go back to where they came from. */
export function gruLayer(one: OnnxRnn, inputs: Tensors): Tensors {
  const backwards = one.onnx.attrs.direction === 'reverse';
  const turned = (x: Tensor) => (backwards ? flip(x, 0) : x);
  const lengths = inputs.sequence_lens && [...inputs.sequence_lens.storage];
  const state = inputs.initial_h && { h: inputs.initial_h };
  const { output, state: after } = layerWith(one, inputs).forward(turned(inputs.X), { state, lengths });
  return { Y: byDirection(turned(output), inputs.R.shape), Y_h: after.h };
}

function layerWith({ cell, onnx }: OnnxRnn, inputs: Tensors): GRU {
  const [directions, , inputSize] = inputs.W.shape;
  const layer = new GRU(inputSize, onnx.attrs.hidden_size, {
    rng: seededRng(1),
    bidirectional: directions === 2,
    resetAfter: onnx.attrs.linear_before_reset === 1,
  });
  for (const [direction, own] of layer.cells[0].entries())
    Object.assign(own, parametersIn('rzn', gatesOf(cell, inputs, direction)));
  return layer;
}

/** [T, N, D·H] → [T, D, N, H] */
function byDirection(output: Tensor, [directions, , size]: readonly number[]): Tensor {
  const [steps, batch] = output.shape;
  return permute(reshape(output, [steps, batch, directions, size]), [0, 2, 1, 3]);
}
