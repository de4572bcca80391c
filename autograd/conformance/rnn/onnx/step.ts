import { select, split, type Tensor, zeros } from '#autograd';
import { elmanStep } from '../composed/elman.ts';
import { type Gates, gatesIn } from '../composed/gates.ts';
import { gruStep } from '../composed/gru.ts';
import { lstmStep } from '../composed/lstm.ts';
import type { Step } from '../composed/step.ts';
import { activationsOf } from './activations.ts';
import type { OnnxRnn } from './case.ts';

const ORDERS = { rnn: 'h', lstm: 'iofg', gru: 'zrn' };

/** A step of one direction, 0 or 1, composed of ops. */
export function stepOf({ cell, onnx }: OnnxRnn, inputs: Record<string, Tensor>, direction: number): Step {
  const gates = gatesOf(cell, inputs, direction);
  const [sigma, phi, psi] = activationsOf(cell, direction, onnx.attrs);
  switch (cell) {
    case 'rnn':
      return elmanStep(gates, sigma);
    case 'gru':
      return gruStep(gates, { sigma, phi, resetAfter: onnx.attrs.linear_before_reset === 1 });
    case 'lstm': {
      const inputForget = onnx.attrs.input_forget === 1;
      return lstmStep(gates, { sigma, phi, psi, inputForget, peepholes: peepholesOf(inputs, direction) });
    }
  }
}

export function gatesOf(cell: OnnxRnn['cell'], inputs: Record<string, Tensor>, direction: number): Gates {
  const [W, R] = [inputs.W, inputs.R].map((weights) => select(weights, 0, direction));
  const [bW, bR] = split(inputs.B ? select(inputs.B, 0, direction) : zeros([2 * W.shape[0]]), 2);
  return gatesIn(ORDERS[cell], { W, R, bW, bR });
}

function peepholesOf({ P }: Record<string, Tensor>, direction: number) {
  if (!P) return undefined;
  const [i, o, f] = split(select(P, 0, direction), 3);
  return { i, o, f };
}
