import type { Indices, Tensor } from '#autograd';
import { Embedding } from '../embedding.ts';
import { halvesDiffer } from '../messages/seq2seq.ts';
import { Module } from '../module.ts';
import type { RecurrentLayer } from '../recurrent/layer.ts';
import { mapState, type State } from '../recurrent/state.ts';
import { batchOfIds } from './batch-of-ids.ts';
import { joinDirections } from './join-directions.ts';
import { layerOf, type SequenceOptions } from './layer-of.ts';

export interface EncoderOptions extends SequenceOptions {
  /** Whether one half of the features reads from the end to the beginning; false unless stated. */
  bidirectional?: boolean;
}

/** What a decoder knows of the sequences that were read. */
export interface Encoded {
  /** What was known at each place, [N, S, H]; 0 behind each length. */
  output: Tensor;
  /** What is remembered at the end, parts [L, N, H]. */
  state: State;
  /** How many places each sequence has; all S if undefined. */
  lengths?: readonly number[];
}

/**
 * Reads sequences of ids: an embedding, and a recurrent layer over it.
 *
 * @example
 * const encoder = new Encoder(10, 4, 6, { rng: seededRng(1), bidirectional: true });
 * const { output, state } = encoder.forward([[1, 2, 3], [4, 0, 0]], [3, 1]);
 * [output.shape, state.h.shape]; // [[2, 3, 6], [1, 2, 6]]
 */
export class Encoder extends Module {
  readonly embedding: Embedding;
  readonly layer: RecurrentLayer<State>;
  readonly bidirectional: boolean;

  /** @throws RangeError for an odd hiddenSize with `bidirectional`, whose directions have half of it each */
  constructor(
    vocabularySize: number,
    embeddingDim: number,
    hiddenSize: number,
    { bidirectional = false, ...options }: EncoderOptions,
  ) {
    super();
    if (bidirectional && hiddenSize % 2 !== 0) throw halvesDiffer(hiddenSize);
    const size = bidirectional ? hiddenSize / 2 : hiddenSize;
    this.embedding = new Embedding(vocabularySize, embeddingDim, options);
    this.layer = layerOf(embeddingDim, size, { ...options, bidirectional });
    this.bidirectional = bidirectional;
  }

  /**
   * @param ids [N, S], any id behind the lengths
   * @param lengths [N]; all have S places unless given
   * @throws RangeError naming an id outside the vocabulary, or a length outside 0 to S
   */
  forward(ids: Indices, lengths?: readonly number[]): Encoded {
    const x = this.embedding.forward(batchOfIds('Encoder', ids));
    const { output, state } = this.layer.forward(x, { lengths });
    return { output, state: this.bidirectional ? mapState(state, joinDirections) : state, lengths };
  }
}
