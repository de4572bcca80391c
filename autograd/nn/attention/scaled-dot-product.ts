import type { Tensor } from '#autograd';
import type { Dropout } from '../dropout.ts';
import { Module } from '../module.ts';
import { type Attention, attentionWeights, rowsTimes } from './attend.ts';
import type { Places } from './places.ts';

/**
 * `attend` as a module, with dropout of places if one is given. The weights it returns are those before the dropout.
 *
 * @example
 * const K = tensor([[[0], [0]]]);
 * const attention = new ScaledDotProduct(new Dropout(0.1, { rng: seededRng(1) }));
 * attention.forward(tensor([[1]]), K, K).weights.toArray(); // [[0.5, 0.5]]
 */
export class ScaledDotProduct extends Module {
  readonly dropout: Dropout | null;

  constructor(dropout: Dropout | null = null) {
    super();
    this.dropout = dropout;
  }

  /** q [N, H] or [N, Q, H], K [N, T, H], V [N, T, D] → context [N, D] or [N, Q, D], weights [N, T] or [N, Q, T] */
  forward(q: Tensor, K: Tensor, V: Tensor, places: Places = {}): Attention {
    const weights = attentionWeights(q, K, V, places);
    return { context: rowsTimes(this.dropout?.forward(weights) ?? weights, V), weights };
  }
}
