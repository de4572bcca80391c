import { concat, type Indices, type Tensor, tanh } from '#autograd';
import { attend } from '../attention/attend.ts';
import { Embedding } from '../embedding.ts';
import { Linear } from '../linear.ts';
import { Module } from '../module.ts';
import type { RecurrentLayer } from '../recurrent/layer.ts';
import type { State } from '../recurrent/state.ts';
import { batchOfIds } from './batch-of-ids.ts';
import type { Encoded } from './encoder.ts';
import { layerOf, type SequenceOptions } from './layer-of.ts';

export interface DecoderOptions extends SequenceOptions {
  /** Whether each step looks at all that was read, and not at the state alone; true unless stated. */
  attention?: boolean;
}

export interface Decoded {
  /** For each id of the vocabulary, how likely it comes next: [N, T, V]. */
  logits: Tensor;
  /** Where each step looked, [N, T, S]; null without attention. */
  weights: Tensor | null;
  /** What is remembered after the last step. */
  state: State;
}

/**
 * Writes sequences of ids, from what an encoder of the same cell and size has read (Cho et al., 2014; Sutskever et al.,
 * 2014), and by attention (Bahdanau et al., 2015, here as in Luong et al., 2015, with scaled scores):
 *
 *     h, state = layer(embedding(ids), state)
 *     context  = attend(h, output, output)       output: what the encoder knew at each place
 *     logits   = W tanh(W_c [context, h])        without attention W h
 *
 * @example
 * const options = { rng: seededRng(1) };
 * const encoded = new Encoder(10, 4, 6, options).forward([[1, 2, 3]]);
 * const { logits, weights } = new Decoder(8, 4, 6, options).forward([[0, 5]], encoded);
 * [logits.shape, weights.shape]; // [[1, 2, 8], [1, 2, 3]]
 */
export class Decoder extends Module {
  readonly embedding: Embedding;
  readonly layer: RecurrentLayer<State>;
  /** W_c [H, 2H]; null without attention. */
  readonly combination: Linear | null;
  readonly output: Linear;

  constructor(
    vocabularySize: number,
    embeddingDim: number,
    hiddenSize: number,
    { attention = true, ...options }: DecoderOptions,
  ) {
    super();
    this.embedding = new Embedding(vocabularySize, embeddingDim, options);
    this.layer = layerOf(embeddingDim, hiddenSize, options);
    this.combination = attention ? new Linear(2 * hiddenSize, hiddenSize, { ...options, bias: false }) : null;
    this.output = new Linear(hiddenSize, vocabularySize, options);
  }

  /**
   * @param ids [N, T], what was written at each step before
   * @param encoded what was read
   * @param state where an earlier call ended; at first that of the encoder
   * @throws RangeError naming an id outside the vocabulary; ShapeError when `encoded` does not fit
   */
  forward(ids: Indices, encoded: Encoded, state: State = encoded.state): Decoded {
    const x = this.embedding.forward(batchOfIds('Decoder', ids));
    const { output: h, state: after } = this.layer.forward(x, { state });
    if (!this.combination) return { logits: this.output.forward(h), weights: null, state: after };
    const { context, weights } = attend(h, encoded.output, encoded.output, { lengths: encoded.lengths });
    const found = tanh(this.combination.forward(concat([context, h], -1)));
    return { logits: this.output.forward(found), weights, state: after };
  }
}
