import { add, concat, split, type Tensor } from '#autograd';
import { linear } from '#autograd/nn';
import type { Tensors } from '../../named.ts';

/** What a gate adds up before its activation: W x + bW + R h + bR, with W [H, I], R [H, H] and biases [H]. */
export interface Gate {
  W: Tensor;
  R: Tensor;
  bW: Tensor;
  bR: Tensor;
}

/** Gates by PyTorch's letters: i, f, g, o of an LSTM, r, z, n of a GRU, h of a plain RNN. */
export type Gates = Record<string, Gate>;

/** Cuts weights [G·H, …] of all gates into those of each; a source says in which order they stand. */
export function gatesIn(order: string, all: Gate): Gates {
  const count = order.length;
  const [W, R, bW, bR] = [all.W, all.R, all.bW, all.bR].map((weights) => split(weights, count));
  return Object.fromEntries([...order].map((gate, k) => [gate, { W: W[k], R: R[k], bW: bW[k], bR: bR[k] }]));
}

/** The parameters of a cell, by PyTorch's names, with the gates in its order. */
export function parametersIn(order: string, gates: Gates): Tensors {
  const joined = (name: keyof Gate) => concat([...order].map((gate) => gates[gate][name]));
  return {
    weight_ih: joined('W'),
    weight_hh: joined('R'),
    bias_ih: joined('bW'),
    bias_hh: joined('bR'),
  };
}

/** [N, H] for x [N, I] and h [N, H] */
export function summed({ W, R, bW, bR }: Gate, x: Tensor, h: Tensor): Tensor {
  return add(linear(x, W, bW), linear(h, R, bR));
}
