import { type Rng, type Tensor, transpose } from '#autograd';
import { crossEntropy, Decoder, Encoder, EncoderDecoder, type Generated, Module } from '#autograd/nn';
import { padded, type Vocabulary, vocabulary } from '#autograd/train';
import type { Spoken } from './spoken-numbers.ts';

const WIDTH = 32;
const HIDDEN = 64;
/** Six digits, and the end. */
const LONGEST = 7;
/** Where a number has ended, no digit is right or wrong. */
const NO_DIGIT = -100;

/** Reads numbers in words, and writes their digits from the last to the first. */
export class Reverser extends Module {
  readonly words: Vocabulary;
  readonly digits: Vocabulary;
  readonly network: EncoderDecoder;

  constructor(examples: readonly Spoken[], attention: boolean, rng: Rng) {
    super();
    this.words = vocabulary(
      examples.flatMap(({ words }) => words),
      { specials: ['<pad>'] },
    );
    this.digits = vocabulary('0123456789', { specials: ['<bos>', '<eos>'] });
    this.network = new EncoderDecoder(
      new Encoder(this.words.size, WIDTH, HIDDEN, { rng }),
      new Decoder(this.digits.size, WIDTH, HIDDEN, { rng, attention }),
    );
  }

  /** The mean over all digits and ends; padding does not count. */
  loss(examples: readonly Spoken[], forcing?: () => boolean): Tensor {
    const [bos, eos] = [this.digits.id('<bos>'), this.digits.id('<eos>')];
    const digits = examples.map((spoken) => this.digits.encode(spoken.digits));
    const fed = padded(
      digits.map((ids) => [bos, ...ids]),
      eos,
    );
    const right = padded(
      digits.map((ids) => [...ids, eos]),
      NO_DIGIT,
    );
    const { ids, lengths } = this.#read(examples);
    const logits = this.network.forward(ids, lengths, fed.ids, { forcing });
    return crossEntropy(transpose(logits, 1, 2), right.ids, { ignoreIndex: NO_DIGIT });
  }

  /** The likeliest digits, one by one, and where the network looked for each. */
  write(spoken: readonly Spoken[]): { digits: string[][] } & Pick<Generated, 'weights'> {
    const { ids, lengths } = this.#read(spoken);
    const [bos, eos] = [this.digits.id('<bos>'), this.digits.id('<eos>')];
    const written = this.network.generate(ids, lengths, { bos, eos, maxLength: LONGEST });
    return { digits: written.ids.map((row) => this.digits.decode(row)), weights: written.weights };
  }

  #read(spoken: readonly Spoken[]) {
    return padded(
      spoken.map(({ words }) => this.words.encode(words)),
      this.words.id('<pad>'),
    );
  }
}
