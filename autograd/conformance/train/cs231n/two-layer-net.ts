import { add, mul, relu, sum, type Tensor, transpose } from '#autograd';
import { crossEntropy } from '#autograd/nn';
import { linspace, linspaceIn } from '../../linspace.ts';
import type { Tensors } from '../../named.ts';
import { affine } from './affine.ts';
import type { Model } from './model.ts';

interface TwoLayerCase {
  params: Record<'W1' | 'b1' | 'W2' | 'b2', string>;
  y: number[];
}

/** relu(X W1 + b1) W2 + b2, its cross entropy, and that with half the squares of the weights. */
export function twoLayerNet({ params, y }: TwoLayerCase): Model {
  const entries = Object.entries(params).map(([name, text]) => [name, linspaceIn(text, true)]);
  const leaves: Tensors = Object.fromEntries(entries);
  const X = transpose(linspace(-5.5, 4.5, [5, 3]), 0, 1);
  const scores = affine(relu(affine(X, leaves.W1, leaves.b1)), leaves.W2, leaves.b2);
  const loss = crossEntropy(scores, y);
  const penalty = mul(add(squares(leaves.W1), squares(leaves.W2)), 0.5);
  const penalised = add(loss, penalty);
  const printed = { scores, loss_reg0: loss, loss_reg1: penalised };
  return { printed, atol: 1e-8, loss: penalised, leaves };
}

function squares(x: Tensor): Tensor {
  return sum(mul(x, x));
}
