import { concat, type Indices, noGrad, slice, type Tensor } from '#autograd';
import { Module } from '../module.ts';
import { batchOfIds } from './batch-of-ids.ts';
import type { Decoder } from './decoder.ts';
import type { Encoder } from './encoder.ts';
import { type Generated, type GenerateOptions, generate } from './generate.ts';
import { likeliest, unroll } from './unroll.ts';

export interface ForcingOptions {
  /** Whether the step (from 1) is fed with the target, or with what the model itself found likeliest; always unless given. */
  forcing?: (step: number) => boolean;
}

/**
 * Reads a sequence and writes another one: translation, spelling, summaries.
 *
 * @example
 * const options = { rng: seededRng(1), cell: 'lstm' };
 * const model = new EncoderDecoder(new Encoder(10, 4, 6, options), new Decoder(8, 4, 6, options));
 * model.forward([[1, 2, 3], [4, 0, 0]], [3, 1], [[0, 5], [0, 7]]).shape; // [2, 2, 8]
 * model.generate([[1, 2, 3]], [3], { bos: 0, eos: 1, maxLength: 4 }).weights.shape[2]; // 3
 */
export class EncoderDecoder extends Module {
  readonly encoder: Encoder;
  readonly decoder: Decoder;

  constructor(encoder: Encoder, decoder: Decoder) {
    super();
    this.encoder = encoder;
    this.decoder = decoder;
  }

  /**
   * What the model expects at each step, having written the target before it (teacher forcing: Williams and Zipser, 1989),
   * or where `forcing` is false what it expected itself (scheduled sampling: Bengio et al., 2015).
   *
   * With targets [bos, a, b] the logits are compared with [a, b, eos].
   *
   * @param source ids [N, S], any id behind the lengths
   * @param lengths [N]
   * @param target ids [N, T]; the first of each is always fed
   * @returns logits [N, T, V]
   * @throws RangeError naming an id outside the vocabulary, or a length outside 0 to S
   */
  forward(
    source: Indices,
    lengths: readonly number[] | undefined,
    target: Indices,
    { forcing }: ForcingOptions = {},
  ): Tensor {
    const encoded = this.encoder.forward(source, lengths);
    const ids = batchOfIds('EncoderDecoder', target);
    if (!forcing) return this.decoder.forward(ids, encoded).logits;
    const at = (step: number) => slice(ids, 1, step, step + 1);
    const steps = unroll(this.decoder, encoded, at(0), (last, step) => {
      if (step === ids.shape[1]) return null;
      return forcing(step) ? at(step) : likeliest(last);
    });
    return concat(
      steps.map(({ logits }) => logits),
      1,
    );
  }

  /**
   * Writes the likeliest id at every step, from `bos` to before `eos`. Call `eval` first, so that nothing is dropped.
   *
   * @param source ids [N, S], any id behind the lengths
   * @param lengths [N]
   * @throws RangeError for a maxLength below 1, and as `forward`
   */
  generate(source: Indices, lengths: readonly number[] | undefined, options: GenerateOptions): Generated {
    return noGrad(() => generate(this.decoder, this.encoder.forward(source, lengths), options));
  }
}
